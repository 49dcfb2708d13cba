package org.microcred.model;

import java.util.Optional;

/** The data model that a credential follows, and what it calls the things that all have. */
public enum DataModel {
  /** Verifiable Credentials Data Model 1.1: {@code issuanceDate}, {@code expirationDate}. */
  VC_1_1(
      "VC Data Model 1.1",
      "https://www.w3.org/2018/credentials/v1",
      "issuer",
      "issuanceDate",
      "expirationDate",
      "credentialSubject"),

  /** Verifiable Credentials Data Model 2.0: {@code validFrom}, {@code validUntil}. */
  VC_2_0(
      "VC Data Model 2.0",
      "https://www.w3.org/ns/credentials/v2",
      "issuer",
      "validFrom",
      "validUntil",
      "credentialSubject"),

  /**
   * SD-JWT VC: the claims of a token with a type in {@code vct}, and no contexts. Only {@link
   * OtherCredential#readClaims} reads it.
   */
  SD_JWT_VC("SD-JWT VC", "", "iss", "nbf", "exp", "sub");

  private final String title;
  private final String context;
  private final String issuer;
  private final String validFrom;
  private final String validUntil;
  private final String subject;

  DataModel(
      String title,
      String context,
      String issuer,
      String validFrom,
      String validUntil,
      String subject) {
    this.title = title;
    this.context = context;
    this.issuer = issuer;
    this.validFrom = validFrom;
    this.validUntil = validUntil;
    this.subject = subject;
  }

  /** {@return its name for people} */
  public String title() {
    return title;
  }

  /** {@return the URL that must be the first item of {@code @context}, where there are contexts} */
  public Optional<String> context() {
    return Optional.of(context).filter(url -> !url.isEmpty());
  }

  /** {@return the name of the member that says who issued a credential} */
  public String issuerMember() {
    return issuer;
  }

  /** {@return the name of the member that says when a credential begins to hold} */
  public String validFromMember() {
    return validFrom;
  }

  /** {@return the name of the member that says when a credential ceases to hold} */
  public String validUntilMember() {
    return validUntil;
  }

  /** {@return the name of the member that says whom or what a credential is about} */
  public String subjectMember() {
    return subject;
  }

  /**
   * {@return the version whose first context is that URL, or empty when there is none}
   *
   * @param context a context's URL
   */
  public static Optional<DataModel> ofContext(String context) {
    for (DataModel model : values()) {
      if (model.context().equals(Optional.of(context))) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }
}

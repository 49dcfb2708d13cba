package org.microcred.model;

import java.util.Optional;

/** The version of the W3C Verifiable Credentials Data Model that a credential follows. */
public enum DataModel {
  /** Verifiable Credentials Data Model 1.1: {@code issuanceDate}, {@code expirationDate}. */
  VC_1_1("https://www.w3.org/2018/credentials/v1", "issuanceDate", "expirationDate"),

  /** Verifiable Credentials Data Model 2.0: {@code validFrom}, {@code validUntil}. */
  VC_2_0("https://www.w3.org/ns/credentials/v2", "validFrom", "validUntil");

  private final String context;
  private final String validFrom;
  private final String validUntil;

  DataModel(String context, String validFrom, String validUntil) {
    this.context = context;
    this.validFrom = validFrom;
    this.validUntil = validUntil;
  }

  /** {@return the URL that must be the first item of {@code @context}} */
  public String context() {
    return context;
  }

  /** {@return the name of the member that says when a credential begins to hold} */
  public String validFromMember() {
    return validFrom;
  }

  /** {@return the name of the member that says when a credential ceases to hold} */
  public String validUntilMember() {
    return validUntil;
  }

  /**
   * {@return the version whose first context is that URL, or empty when there is none}
   *
   * @param context a context's URL
   */
  public static Optional<DataModel> ofContext(String context) {
    for (DataModel model : values()) {
      if (model.context.equals(context)) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }
}

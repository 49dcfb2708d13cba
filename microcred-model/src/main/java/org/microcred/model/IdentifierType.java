package org.microcred.model;

import java.util.List;
import java.util.Objects;

/**
 * What kind of identifier it is. An extensible vocabulary: a value of an issuer's own begins with
 * {@code ext:}, but any text is kept as it is.
 *
 * @param value the term as it stands in JSON, such as {@code emailAddress}
 * @see <a href="https://www.imsglobal.org/spec/ob/v3p0/">Open Badges 3.0</a>, IdentifierTypeEnum
 */
public record IdentifierType(String value) implements Vocabulary {
  /** A name. */
  public static final IdentifierType NAME = new IdentifierType("name");

  /** An identifier in a source system. */
  public static final IdentifierType SOURCED_ID = new IdentifierType("sourcedId");

  /** An identifier of a system. */
  public static final IdentifierType SYSTEM_ID = new IdentifierType("systemId");

  /** An identifier of a product. */
  public static final IdentifierType PRODUCT_ID = new IdentifierType("productId");

  /** A user name. */
  public static final IdentifierType USER_NAME = new IdentifierType("userName");

  /** An identifier of an account. */
  public static final IdentifierType ACCOUNT_ID = new IdentifierType("accountId");

  /** An email address. */
  public static final IdentifierType EMAIL_ADDRESS = new IdentifierType("emailAddress");

  /** A national identity number. */
  public static final IdentifierType NATIONAL_IDENTITY_NUMBER =
      new IdentifierType("nationalIdentityNumber");

  /** An ISBN. */
  public static final IdentifierType ISBN = new IdentifierType("isbn");

  /** An ISSN. */
  public static final IdentifierType ISSN = new IdentifierType("issn");

  /** A sourcedId of Learning Information Services. */
  public static final IdentifierType LIS_SOURCED_ID = new IdentifierType("lisSourcedId");

  /** A sourcedId of OneRoster. */
  public static final IdentifierType ONE_ROSTER_SOURCED_ID =
      new IdentifierType("oneRosterSourcedId");

  /** A sourcedId of a student information system. */
  public static final IdentifierType SIS_SOURCED_ID = new IdentifierType("sisSourcedId");

  /** An LTI context. */
  public static final IdentifierType LTI_CONTEXT_ID = new IdentifierType("ltiContextId");

  /** An LTI deployment. */
  public static final IdentifierType LTI_DEPLOYMENT_ID = new IdentifierType("ltiDeploymentId");

  /** An LTI tool. */
  public static final IdentifierType LTI_TOOL_ID = new IdentifierType("ltiToolId");

  /** An LTI platform. */
  public static final IdentifierType LTI_PLATFORM_ID = new IdentifierType("ltiPlatformId");

  /** An LTI user. */
  public static final IdentifierType LTI_USER_ID = new IdentifierType("ltiUserId");

  /** An identifier of another kind. */
  public static final IdentifierType IDENTIFIER = new IdentifierType("identifier");

  private static final List<IdentifierType> STANDARD =
      List.of(
          NAME,
          SOURCED_ID,
          SYSTEM_ID,
          PRODUCT_ID,
          USER_NAME,
          ACCOUNT_ID,
          EMAIL_ADDRESS,
          NATIONAL_IDENTITY_NUMBER,
          ISBN,
          ISSN,
          LIS_SOURCED_ID,
          ONE_ROSTER_SOURCED_ID,
          SIS_SOURCED_ID,
          LTI_CONTEXT_ID,
          LTI_DEPLOYMENT_ID,
          LTI_TOOL_ID,
          LTI_PLATFORM_ID,
          LTI_USER_ID,
          IDENTIFIER);

  public IdentifierType {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the terms of the specification} */
  public static List<IdentifierType> standard() {
    return STANDARD;
  }

  @Override
  public boolean isStandard() {
    return STANDARD.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}

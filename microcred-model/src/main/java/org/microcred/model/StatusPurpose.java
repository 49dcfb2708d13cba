package org.microcred.model;

import java.util.List;
import java.util.Objects;

/**
 * What a status says about a credential (Bitstring Status List 1.0, {@code statusPurpose}). Issuers
 * may have purposes of their own.
 *
 * @param value the term as it stands in JSON, such as {@code revocation}
 */
public record StatusPurpose(String value) {
  /** The issuer took the credential back, for ever. */
  public static final StatusPurpose REVOCATION = new StatusPurpose("revocation");

  /** The issuer took the credential back for a while. */
  public static final StatusPurpose SUSPENSION = new StatusPurpose("suspension");

  /** The credential's refresh service has a newer version; this one holds all the same. */
  public static final StatusPurpose REFRESH = new StatusPurpose("refresh");

  /** The issuer has something to say about the credential, which holds all the same. */
  public static final StatusPurpose MESSAGE = new StatusPurpose("message");

  private static final List<StatusPurpose> STANDARD =
      List.of(REVOCATION, SUSPENSION, REFRESH, MESSAGE);

  public StatusPurpose {
    Objects.requireNonNull(value, "value");
  }

  /** {@return the purposes of the specification} */
  public static List<StatusPurpose> standard() {
    return STANDARD;
  }

  @Override
  public String toString() {
    return value;
  }
}

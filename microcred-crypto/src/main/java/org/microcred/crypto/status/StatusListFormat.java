package org.microcred.crypto.status;

import java.util.Optional;

/** The kinds of status lists that can be issued. */
public enum StatusListFormat {
  /** A {@code BitstringStatusListCredential} (Bitstring Status List 1.0): the choice for badges. */
  BITSTRING("BitstringStatusList"),
  /** A {@code StatusList2021Credential}, for those who cannot read the newer kind yet. */
  STATUS_LIST_2021("StatusList2021"),
  /** A status list token in JWT form (IETF Token Status List), for credentials as JWT or SD-JWT. */
  TOKEN("statuslist+jwt");

  private final String label;

  StatusListFormat(String label) {
    this.label = label;
  }

  /** {@return the name that the specification gives to such lists} */
  public String label() {
    return label;
  }

  /**
   * {@return the format of that name, or empty when there is none}
   *
   * @param label a name, as the specification spells it
   */
  public static Optional<StatusListFormat> of(String label) {
    for (StatusListFormat format : values()) {
      if (format.label.equals(label)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}

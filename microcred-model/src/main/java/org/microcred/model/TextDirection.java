package org.microcred.model;

import java.util.Optional;

/** Which way a text is written (VC 2.0 §11.1). */
public enum TextDirection {
  /** From left to right. */
  LEFT_TO_RIGHT("ltr"),

  /** From right to left. */
  RIGHT_TO_LEFT("rtl");

  private final String value;

  TextDirection(String value) {
    this.value = value;
  }

  /** {@return the direction as it stands in JSON} */
  public String value() {
    return value;
  }

  /**
   * {@return the direction that stands so in JSON, or empty}
   *
   * @param value what stands in JSON
   */
  public static Optional<TextDirection> of(String value) {
    for (TextDirection direction : values()) {
      if (direction.value.equals(value)) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }
}

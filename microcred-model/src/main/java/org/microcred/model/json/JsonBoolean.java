package org.microcred.model.json;

/** {@code true} or {@code false}. */
public enum JsonBoolean implements JsonValue {
  /** {@code true}. */
  TRUE,
  /** {@code false}. */
  FALSE;

  /**
   * {@return the JSON value}
   *
   * @param value a truth value
   */
  public static JsonBoolean of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** {@return the truth value} */
  public boolean value() {
    return this == TRUE;
  }

  @Override
  public String typeName() {
    return "a boolean";
  }

  @Override
  public String toString() {
    return value() ? "true" : "false";
  }
}

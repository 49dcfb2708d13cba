package org.microcred.model.json;

/** {@code null}: a value of its own in JSON, and never an absent member. */
public enum JsonNull implements JsonValue {
  /** The only null. */
  NULL;

  @Override
  public String typeName() {
    return "null";
  }

  @Override
  public String toString() {
    return "null";
  }
}

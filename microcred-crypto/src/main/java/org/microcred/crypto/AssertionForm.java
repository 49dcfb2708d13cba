package org.microcred.crypto;

/**
 * How an assertion of Open Badges 2.0 came (Open Badges 2.0, "Badge Verification"; Open Badges
 * Baking 2.0).
 */
public enum AssertionForm {
  /** As JSON: what its issuer hosts decides whether it is right. */
  JSON("ob2"),
  /** As the payload of a compact JWS, which is its proof. */
  SIGNED("ob2+jws"),
  /**
   * As the URL where it is hosted, in a picture: the document that was read says no more than that
   * there is an assertion of that id.
   */
  URL("ob2+url");

  private final String label;

  AssertionForm(String label) {
    this.label = label;
  }

  /** {@return the short, stable name for reports} */
  public String label() {
    return label;
  }
}

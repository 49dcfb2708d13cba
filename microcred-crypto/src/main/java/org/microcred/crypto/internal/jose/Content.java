package org.microcred.crypto.internal.jose;

import java.util.Optional;
import org.microcred.crypto.Relationship;

/** What an envelope is expected to hold (VC-JOSE-COSE §3): never one where the other is asked. */
public enum Content {
  /** A verifiable credential. */
  CREDENTIAL("vc", Relationship.ASSERTION_METHOD),
  /** A verifiable presentation. */
  PRESENTATION("vp", Relationship.AUTHENTICATION);

  private final String subtype;
  private final Relationship purpose;

  Content(String subtype, Relationship purpose) {
    this.subtype = subtype;
    this.purpose = purpose;
  }

  /** {@return what keys sign it for} */
  public Relationship purpose() {
    return purpose;
  }

  /** {@return the media type without {@code application/}: the content type of the envelope} */
  public String mediaType() {
    return subtype;
  }

  /**
   * {@return the media type of an envelope that holds it}
   *
   * @param suffix such as {@code sd-jwt}
   */
  public String in(String suffix) {
    return subtype + '+' + suffix;
  }

  /** {@return whether a content type is none or this one; a media type in lower case} */
  public boolean fits(Optional<String> contentType) {
    return contentType.isEmpty() || contentType.get().equals(subtype);
  }
}

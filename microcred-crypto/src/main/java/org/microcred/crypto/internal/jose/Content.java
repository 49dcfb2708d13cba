package org.microcred.crypto.internal.jose;

import java.util.Optional;

/** What an envelope is expected to hold (VC-JOSE-COSE §3): never one where the other is asked. */
public enum Content {
  /** A verifiable credential. */
  CREDENTIAL("vc"),
  /** A verifiable presentation. */
  PRESENTATION("vp");

  private final String subtype;

  Content(String subtype) {
    this.subtype = subtype;
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

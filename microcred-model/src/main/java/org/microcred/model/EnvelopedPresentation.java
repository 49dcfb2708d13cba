package org.microcred.model;

import java.util.Objects;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonObject;

/**
 * A presentation inside what secures it (VC 2.0 §4.13.2, EnvelopedVerifiablePresentation). The
 * {@link Presentation} itself is in its content.
 */
public final class EnvelopedPresentation extends Enveloped {
  /** Its type. */
  public static final String TYPE_NAME = "EnvelopedVerifiablePresentation";

  private EnvelopedPresentation(JsonObject json, DataUrl url) {
    super(json, url);
  }

  /**
   * {@return a presentation in an envelope}
   *
   * @param mediaType what the octets are: {@code application/vp+jwt}, {@code
   *     application/vp+sd-jwt}, {@code application/vp+cose}
   * @param content the secured presentation
   * @throws IllegalArgumentException when it is no media type, or there is no octet
   */
  public static EnvelopedPresentation of(String mediaType, byte[] content) {
    try {
      return parse(write(TYPE_NAME, mediaType, content));
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException("mediaType or content: " + e.getMessage(), e);
    }
  }

  /**
   * Reads an envelope.
   *
   * @param json an object of type {@value #TYPE_NAME}
   * @return the envelope, its content unread
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static EnvelopedPresentation parse(JsonObject json) throws InvalidDocumentException {
    return PresentationReader.parse(
        Objects.requireNonNull(json, "json"), EnvelopedPresentation::read);
  }

  private static EnvelopedPresentation read(Cursor in) {
    return read(in, TYPE_NAME, EnvelopedPresentation::new);
  }
}

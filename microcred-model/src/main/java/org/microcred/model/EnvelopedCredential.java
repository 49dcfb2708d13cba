package org.microcred.model;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * A credential inside what secures it (VC 2.0 §4.13.1, EnvelopedVerifiableCredential; VC 1.1
 * §6.3.1, a JWT).
 *
 * <pre>{@code
 * EnvelopedCredential.of("application/vc+jwt", jwt.getBytes(US_ASCII))
 * }</pre>
 */
public final class EnvelopedCredential extends Enveloped implements PresentedCredential {
  /** Its type. */
  public static final String TYPE_NAME = "EnvelopedVerifiableCredential";

  /** The media type of a JWT in the data model 1.1, which has a text in place of the envelope. */
  public static final String JWT = "application/jwt";

  private EnvelopedCredential(JsonValue json, DataUrl url) {
    super(json, url);
  }

  /**
   * {@return a credential in an envelope of the data model 2.0}
   *
   * @param mediaType what the octets are: {@code application/vc+jwt}, {@code
   *     application/vc+sd-jwt}, {@code application/vc+cose}
   * @param content the secured credential
   * @throws IllegalArgumentException when it is no media type, or there is no octet
   */
  public static EnvelopedCredential of(String mediaType, byte[] content) {
    try {
      return parse(write(TYPE_NAME, mediaType, content));
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException("mediaType or content: " + e.getMessage(), e);
    }
  }

  /**
   * {@return a credential as presentations of the data model 1.1 have it: a text}
   *
   * @param jwt a compact JWS
   * @throws IllegalArgumentException when it is none
   */
  public static EnvelopedCredential ofJwt(String jwt) {
    if (!CompactJws.isOne(jwt)) {
      throw new IllegalArgumentException("jwt: is not a compact JWS");
    }
    return jwt(jwt);
  }

  /** A text in the place of a credential, whatever it is. */
  static EnvelopedCredential jwt(String text) {
    return new EnvelopedCredential(
        new JsonString(text), DataUrl.of(JWT, text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Reads an envelope.
   *
   * @param json an object of type {@value #TYPE_NAME}
   * @return the envelope, its content unread
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static EnvelopedCredential parse(JsonObject json) throws InvalidDocumentException {
    return PresentationReader.parse(
        Objects.requireNonNull(json, "json"), EnvelopedCredential::read);
  }

  static EnvelopedCredential read(Cursor in) {
    return read(in, TYPE_NAME, EnvelopedCredential::new);
  }
}

package org.microcred.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A credential as it travels: bytes that nobody has looked into yet. It shows no claims; those come
 * out of a verification, or, named as unverified, out of an {@link Inspection}.
 *
 * <pre>{@code
 * SecuredCredential wire = SecuredCredential.of(Files.readAllBytes(path));
 * wire.form();     // "json"
 * wire.toBytes();  // what was read, byte for byte
 * }</pre>
 *
 * <p>Immutable and thread-safe. Two are equal when their bytes are.
 */
public final class SecuredCredential {
  private final byte[] content;
  private final Form form;

  /** How the bytes look from outside. */
  public enum Form {
    /** A JSON object: embedded proofs, or an enveloped credential. */
    JSON("json"),
    /** A compact JWS. */
    JWT("jwt"),
    /** A compact JWS with disclosures. */
    SD_JWT("sd-jwt"),
    /** A COSE_Sign1 message. */
    COSE("cose"),
    /** A PNG image, which may carry a credential. */
    PNG("png"),
    /** An SVG image, which may carry a credential. */
    SVG("svg"),
    /** None of these. */
    UNKNOWN("unknown");

    private final String label;

    Form(String label) {
      this.label = label;
    }

    /** {@return the short, stable name for reports} */
    public String label() {
      return label;
    }
  }

  private SecuredCredential(byte[] content) {
    this.content = content;
    this.form = Sniffer.form(content);
  }

  /**
   * {@return the credential that these bytes may be; any bytes are taken}
   *
   * @param content the bytes, which are copied
   */
  public static SecuredCredential of(byte[] content) {
    return new SecuredCredential(content.clone());
  }

  /**
   * {@return the credential that this text may be; any text is taken}
   *
   * @param text the text, kept as UTF-8
   */
  public static SecuredCredential of(String text) {
    return new SecuredCredential(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@return how the bytes look; what they are, an {@link Inspection} finds out} */
  public Form form() {
    return form;
  }

  /** {@return a copy of the bytes, as they came} */
  public byte[] toBytes() {
    return content.clone();
  }

  /** {@return the text, or empty when the bytes are not UTF-8} */
  public Optional<String> toText() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** {@return the number of bytes} */
  public int size() {
    return content.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecuredCredential that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** {@return form and size, never content} */
  @Override
  public String toString() {
    return "SecuredCredential[" + form.label() + ", " + size() + " bytes]";
  }
}

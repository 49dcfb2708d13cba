package org.microcred.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.microcred.model.Limits;

/**
 * A credential or a presentation as it travels: bytes that nobody has looked into yet.
 *
 * <p>Immutable and thread-safe. Two are equal when they are of the same kind and have the same
 * bytes.
 */
public abstract sealed class Secured permits SecuredCredential, SecuredPresentation {
  private final byte[] content;
  private final Form form;

  /** How the bytes look from outside. */
  public enum Form {
    /** A JSON object: embedded proofs, or an envelope. */
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

  Secured(byte[] content) {
    this.content = content.clone();
    this.form = Sniffer.form(this.content);
  }

  /**
   * {@return a presentation when the bytes say that they are one, else a credential; any bytes are
   * taken}
   *
   * <p>An SD-JWT with key binding is a credential here: whoever asks for the holder's signature
   * makes a {@link SecuredPresentation} of it.
   *
   * @param content the bytes, which are copied
   * @param limits how much of them is looked at
   */
  public static Secured sniff(byte[] content, Limits limits) {
    SecuredPresentation presentation = SecuredPresentation.of(content);
    return WireReader.isPresentation(presentation, limits)
        ? presentation
        : SecuredCredential.of(content);
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
  public final boolean equals(Object other) {
    return other instanceof Secured that
        && getClass() == that.getClass()
        && Arrays.equals(content, that.content);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(content);
  }

  /** {@return form and size, never content} */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + '[' + form.label() + ", " + size() + " bytes]";
  }
}

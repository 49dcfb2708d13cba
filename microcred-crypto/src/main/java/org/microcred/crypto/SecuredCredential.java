package org.microcred.crypto;

import java.nio.charset.StandardCharsets;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.PresentedCredential;

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
public final class SecuredCredential extends Secured {
  private SecuredCredential(byte[] content) {
    super(content);
  }

  /**
   * {@return the credential that these bytes may be; any bytes are taken}
   *
   * @param content the bytes, which are copied
   */
  public static SecuredCredential of(byte[] content) {
    return new SecuredCredential(content);
  }

  /**
   * {@return the credential that this text may be; any text is taken}
   *
   * @param text the text, kept as UTF-8
   */
  public static SecuredCredential of(String text) {
    return new SecuredCredential(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@return the credential as it stands in a presentation of the data model 2.0: JSON as it is,
   * anything else in an envelope (VC 2.0 §4.13.1)}
   *
   * @param limits how large and deep it may be
   * @throws InvalidDocumentException when it is no credential that a presentation can hold; a
   *     picture can not, the credential in it can
   */
  public PresentedCredential toPresented(Limits limits) throws InvalidDocumentException {
    return Presenting.of(this, limits);
  }
}

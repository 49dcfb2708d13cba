package org.microcred.crypto.internal.keys;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;

/** Keys as text between BEGIN and END (RFC 7468). */
public final class Pem {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final Set<String> PUBLIC = Set.of("PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE");

  private Pem() {}

  /** A labelled text. */
  private record Block(String label, String text) {
    boolean isPrivate() {
      return label.endsWith("PRIVATE KEY");
    }

    byte[] octets() throws InvalidDocumentException {
      try {
        return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
      } catch (IllegalArgumentException e) {
        throw refused("key.malformed", "the text between BEGIN and END is not base64");
      }
    }
  }

  /** {@return the only key pair in the text} */
  public static KeyPair keyPair(String pem) throws InvalidDocumentException {
    Block block =
        only(
            blocks(pem).stream().filter(Block::isPrivate).toList(),
            "private key",
            "BEGIN PRIVATE KEY");
    if (block.label().startsWith("ENCRYPTED") || block.text().contains("Proc-Type")) {
      throw refused(
          "key.password",
          "the key is locked with a password; unlock it with \"openssl pkey -in FILE -out"
              + " key.pem\", or keep it in PKCS #12");
    }
    return switch (block.label()) {
      case "PRIVATE KEY" -> EncodedKeys.keyPair(block.octets());
      case "EC PRIVATE KEY" -> EncodedKeys.keyPair(EncodedKeys.wrapSec1(block.octets()));
      case "RSA PRIVATE KEY" -> EncodedKeys.keyPair(EncodedKeys.wrapPkcs1(block.octets()));
      case "OPENSSH PRIVATE KEY" ->
          throw refused(
              "key.unsupported",
              "keys of OpenSSH are not read; \"ssh-keygen -p -m PKCS8 -f FILE\" rewrites it as"
                  + " PRIVATE KEY");
      default ->
          throw refused(
              "key.unsupported",
              "there is no "
                  + SafeText.quote(block.label())
                  + " that is read; \"openssl pkey -in FILE -out key.pem\" writes a PRIVATE KEY");
    };
  }

  /** {@return the only public key in the text} */
  public static PublicKey publicKey(String pem) throws InvalidDocumentException {
    List<Block> blocks = blocks(pem);
    if (blocks.stream().anyMatch(Block::isPrivate)) {
      throw refused("key.private-material", "the text shows a private key");
    }
    Block block =
        only(
            blocks.stream().filter(b -> PUBLIC.contains(b.label())).toList(),
            "public key",
            "BEGIN PUBLIC KEY");
    return switch (block.label()) {
      case "CERTIFICATE" -> certified(block.octets());
      case "RSA PUBLIC KEY" -> RsaKeys.decodePkcs1(block.octets()).orThrow();
      default -> EncodedKeys.publicKey(block.octets());
    };
  }

  private static PublicKey certified(byte[] der) throws InvalidDocumentException {
    PublicKey key;
    try {
      key =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey();
    } catch (CertificateException | RuntimeException e) {
      throw refused("key.malformed", "the certificate cannot be read");
    }
    return EncodedKeys.checked(key);
  }

  private static Block only(List<Block> blocks, String what, String expected)
      throws InvalidDocumentException {
    if (blocks.isEmpty()) {
      throw refused(
          "key.malformed",
          "there is no " + what + " in the text: a line with " + expected + " is expected");
    }
    if (blocks.size() > 1) {
      throw refused(
          "key.ambiguous",
          "there are " + blocks.size() + " keys or certificates in the text; leave one " + what);
    }
    return blocks.get(0);
  }

  private static List<Block> blocks(String pem) throws InvalidDocumentException {
    List<Block> blocks = new ArrayList<>();
    int at = pem.indexOf(BEGIN);
    while (at >= 0) {
      int label = at + BEGIN.length();
      int text = pem.indexOf(DASHES, label);
      String name = text < 0 ? "" : pem.substring(label, text);
      String end = END + name + DASHES;
      int stop = text < 0 ? -1 : pem.indexOf(end, text + DASHES.length());
      if (stop < 0) {
        throw refused("key.malformed", "a BEGIN in the text has no END of the same name");
      }
      blocks.add(new Block(name, pem.substring(text + DASHES.length(), stop)));
      at = pem.indexOf(BEGIN, stop + end.length());
    }
    return blocks;
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }
}

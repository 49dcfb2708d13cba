package org.microcred.model.openbadges2;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonObject;

/**
 * A document of Open Badges 2.0 (Open Badges 2.0, "Open Badges Vocabulary").
 *
 * <p>One that exists conforms to the specification. It is not verified: it says what a document
 * claims. Documents of Open Badges 0.5, 1.0 and 1.1 are told as {@code ob2.unsupported}, which is a
 * "could not find out", and never read by guessing.
 */
public sealed interface BadgeObject
    permits Assertion, BadgeClass, Profile, CryptographicKey, RevocationList, Endorsement {
  /** The context that every document of Open Badges 2.0 has. */
  String CONTEXT = "https://w3id.org/openbadges/v2";

  /** {@return the object as it was read} */
  Source source();

  /** {@return what it is, as the document says or as the specification assumes} */
  List<String> types();

  /** {@return the members that this type does not know, such as those of extensions} */
  JsonObject more();

  /** {@return the JSON that was read, unknown members included} */
  default JsonObject json() {
    return source().json();
  }

  /**
   * {@return the JSON in UTF-8: byte for byte what was parsed, else {@link #json} without white
   * space}
   */
  default byte[] toBytes() {
    return source().toBytes();
  }

  /**
   * Reads JSON as whatever badge object its type says. Never throws on what is in it.
   *
   * @param json the document
   * @return the badge object, or every rule that it breaks
   */
  static Reading<BadgeObject> read(JsonObject json) {
    return BadgeReader.readAny(json);
  }

  /**
   * Reads untrusted bytes as whatever badge object their type says, within {@link
   * Limits#defaults()}.
   *
   * @param utf8 the document as JSON
   * @return the badge object, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  static BadgeObject parse(byte[] utf8) throws InvalidDocumentException {
    return parse(utf8, Limits.defaults());
  }

  /**
   * Reads untrusted bytes as whatever badge object their type says.
   *
   * @param utf8 the document as JSON
   * @param limits how large and deep it may be
   * @return the badge object, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  static BadgeObject parse(byte[] utf8, Limits limits) throws InvalidDocumentException {
    return BadgeReader.parseAny(utf8, limits);
  }

  /**
   * What came of reading a document as a badge object.
   *
   * @param <T> what was wanted
   * @param document the badge object, when there are neither failures nor unknowns
   * @param findings every broken rule, and what a person should know all the same
   */
  record Reading<T extends BadgeObject>(Optional<T> document, Findings findings) {
    public Reading {
      Objects.requireNonNull(document, "document");
      Objects.requireNonNull(findings, "findings");
      if (document.isPresent() != findings.passed()) {
        throw new IllegalArgumentException("document: present exactly when the findings passed");
      }
    }
  }
}

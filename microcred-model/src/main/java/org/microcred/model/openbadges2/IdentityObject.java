package org.microcred.model.openbadges2;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.IdentifierType;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.IdentityHash;
import org.microcred.model.json.JsonObject;

/**
 * Who the recipient is, by a property of theirs (Open Badges 2.0, IdentityObject).
 *
 * @param type the property of the recipient's profile that is meant: {@code email}, {@code url},
 *     {@code telephone}, {@code id}, or an IRI
 * @param identity its value in plain text, or {@code sha256$} (or {@code md5$}) and the hexadecimal
 *     hash of the value followed by the salt
 * @param hashed whether {@code identity} is a hash
 * @param salt what follows the value before it is hashed
 * @param more the members that this type does not know
 */
public record IdentityObject(
    String type, String identity, boolean hashed, Optional<String> salt, JsonObject more) {
  public IdentityObject {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(salt, "salt");
    Objects.requireNonNull(more, "more");
  }

  static IdentityObject read(Cursor in) {
    IdentityObject identity =
        new IdentityObject(
            in.text("type"),
            in.text("identity"),
            in.flag("hashed"),
            in.optionalText("salt"),
            in.more());
    if (identity.hashed && in.isSound("identity") && !IdentityHash.isOne(identity.identity)) {
      in.fail("ob2.identity-hash", in.pointer().child("identity"));
    }
    return identity;
  }

  /**
   * {@return whether this is that identity, in plain text or by its hash; the time that it takes
   * does not tell how much of it is right}
   *
   * @param value the value of the property in plain text, such as an email address
   */
  public boolean matches(String value) {
    return toIdentityObject().matches(value);
  }

  /**
   * {@return the same identity in Open Badges 3.0}
   *
   * <p>Its vocabulary has {@code emailAddress}, and {@code identifier} for ids; {@code url} and
   * {@code telephone} become {@code ext:url} and {@code ext:telephone}. A property of someone's own
   * becomes {@code identifier}.
   */
  public org.microcred.model.IdentityObject toIdentityObject() {
    return new org.microcred.model.IdentityObject(
        hashed,
        identity,
        switch (property()) {
          case "email" -> IdentifierType.EMAIL_ADDRESS;
          case "url" -> new IdentifierType("ext:url");
          case "telephone" -> new IdentifierType("ext:telephone");
          default -> IdentifierType.IDENTIFIER;
        },
        salt);
  }

  /** Whether the identity is the recipient's own URI, as the subject of a credential has it. */
  boolean isSubjectId() {
    return !hashed && (property().equals("id") || property().equals("url"));
  }

  /** The context maps the names of the properties to schema.org; they may be spelled as IRIs. */
  private String property() {
    for (String prefix : new String[] {"schema:", "http://schema.org/", "https://schema.org/"}) {
      if (type.startsWith(prefix)) {
        return type.substring(prefix.length());
      }
    }
    return type.equals("@id") ? "id" : type;
  }
}

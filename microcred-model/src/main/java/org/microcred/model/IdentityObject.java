package org.microcred.model;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.JsonObject;

/**
 * Who the recipient is, by something that people know of themselves (Open Badges 3.0,
 * IdentityObject).
 *
 * @param hashed whether {@code identityHash} is a hash
 * @param identityHash the identity in plain text, or {@code sha256$} (or {@code md5$}) and the
 *     hexadecimal hash of the identity followed by the salt
 * @param identityType what kind of identity it is
 * @param salt what follows the identity before it is hashed
 */
public record IdentityObject(
    boolean hashed, String identityHash, IdentifierType identityType, Optional<String> salt) {
  public IdentityObject {
    Objects.requireNonNull(identityHash, "identityHash");
    Objects.requireNonNull(identityType, "identityType");
    Objects.requireNonNull(salt, "salt");
  }

  /**
   * {@return an identity in plain text}
   *
   * @param identityType what kind of identity it is
   * @param identity the identity itself
   */
  public static IdentityObject plain(IdentifierType identityType, String identity) {
    return new IdentityObject(false, identity, identityType, Optional.empty());
  }

  static IdentityObject read(Cursor in) {
    in.constantType("IdentityObject");
    IdentityObject identity =
        new IdentityObject(
            in.flag("hashed"),
            in.text("identityHash"),
            Terms.of(in, "identityType", IdentifierType::new),
            in.optionalText("salt"));
    if (identity.hashed && in.isSound("identityHash") && !isHash(identity.identityHash)) {
      in.fail(
          "ob.identity-hash",
          in.pointer().child("identityHash"),
          "is not sha256$ or md5$ followed by a hexadecimal hash, although hashed is true");
    }
    in.refuseMore("an identity");
    return identity;
  }

  private static boolean isHash(String text) {
    return isHash(text, "sha256$", 64) || isHash(text, "md5$", 32);
  }

  private static boolean isHash(String text, String prefix, int length) {
    return text.startsWith(prefix)
        && text.length() == prefix.length() + length
        && text.chars()
            .skip(prefix.length())
            .allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
  }

  /** {@return this identity as JSON} */
  public JsonObject toJson() {
    return new Members()
        .put("type", "IdentityObject")
        .put("hashed", hashed)
        .put("identityHash", identityHash)
        .put("identityType", identityType.value())
        .text("salt", salt)
        .build();
  }
}

package org.microcred.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.IdentityHash;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Terms;
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

  /**
   * {@return an identity of which only the SHA-256 hash is shown}
   *
   * @param identityType what kind of identity it is
   * @param identity the identity itself
   * @param salt what follows it before it is hashed, so that equal identities look different
   */
  public static IdentityObject hashed(IdentifierType identityType, String identity, String salt) {
    return new IdentityObject(
        true,
        IdentityHash.SHA_256 + hex("SHA-256", identity + salt),
        identityType,
        Optional.of(salt));
  }

  /**
   * {@return whether this is that identity, in plain text or by its hash; the time that it takes
   * does not tell how much of it is right}
   *
   * @param identity an identity in plain text, of the same type
   */
  public boolean matches(String identity) {
    String wanted = identity;
    if (hashed) {
      boolean md5 = identityHash.startsWith(IdentityHash.MD5);
      String hash = hex(md5 ? "MD5" : "SHA-256", identity + salt.orElse(""));
      wanted = (md5 ? IdentityHash.MD5 : IdentityHash.SHA_256) + hash;
    }
    String given = hashed ? identityHash.toLowerCase(Locale.ROOT) : identityHash;
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  private static String hex(String algorithm, String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  static IdentityObject read(Cursor in) {
    in.constantType("IdentityObject");
    IdentityObject identity =
        new IdentityObject(
            in.flag("hashed"),
            in.text("identityHash"),
            Terms.of(in, "identityType", IdentifierType::new),
            in.optionalText("salt"));
    if (identity.hashed
        && in.isSound("identityHash")
        && !IdentityHash.isOne(identity.identityHash)) {
      in.fail("ob.identity-hash", in.pointer().child("identityHash"));
    }
    in.refuseMore("an identity");
    return identity;
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

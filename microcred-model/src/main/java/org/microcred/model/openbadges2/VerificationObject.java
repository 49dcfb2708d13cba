package org.microcred.model.openbadges2;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonObject;

/**
 * How to verify an assertion, or all assertions of a profile (Open Badges 2.0, VerificationObject).
 *
 * @param types how: {@code hosted} or {@code HostedBadge}, {@code signed} or {@code SignedBadge};
 *     in a profile {@code VerificationObject}
 * @param verificationProperty which property must be in scope; without it, the id
 * @param startsWith what that property may start with
 * @param allowedOrigins the hosts that it may be of
 * @param creator the key that signed the assertion
 * @param more the members that this type does not know
 */
public record VerificationObject(
    List<@NotBlank String> types,
    Optional<String> verificationProperty,
    List<@NotBlank String> startsWith,
    List<@NotBlank String> allowedOrigins,
    Optional<Reference<CryptographicKey>> creator,
    JsonObject more) {
  private static final List<String> HOSTED = List.of("hosted", "HostedBadge");
  private static final List<String> SIGNED = List.of("signed", "SignedBadge");

  public VerificationObject {
    types = List.copyOf(types);
    Objects.requireNonNull(verificationProperty, "verificationProperty");
    startsWith = List.copyOf(startsWith);
    allowedOrigins = List.copyOf(allowedOrigins);
    Objects.requireNonNull(creator, "creator");
    Objects.requireNonNull(more, "more");
  }

  /** As an assertion or an endorsement has it: the type says how to verify it. */
  static VerificationObject readOfOne(Cursor in) {
    in.required("type");
    in.refuseEmpty("type");
    VerificationObject verification = read(in);
    if (!verification.isHosted() && !verification.isSigned() && in.isSound("type")) {
      in.warn("ob2.verification", in.pointer().child("type"));
    }
    return verification;
  }

  /** As a profile has it: the scope of its assertions. */
  static VerificationObject readOfAll(Cursor in) {
    in.refuseEmpty("startsWith");
    in.refuseEmpty("allowedOrigins");
    return read(in);
  }

  private static VerificationObject read(Cursor in) {
    return in.checked(
        new VerificationObject(
            Values.types(in, "VerificationObject"),
            in.optionalText("verificationProperty"),
            in.texts("startsWith"),
            in.texts("allowedOrigins"),
            Linked.optional(in, "creator", Reference::to, Linked.embedding(CryptographicKey::from)),
            in.more()));
  }

  /** {@return whether the assertion is true when its issuer hosts it at its id} */
  public boolean isHosted() {
    return types.stream().anyMatch(HOSTED::contains);
  }

  /** {@return whether the assertion is true when it is signed with a key of its issuer} */
  public boolean isSigned() {
    return types.stream().anyMatch(SIGNED::contains);
  }
}

package org.microcred.model.openbadges2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.AchievementCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * A badge that was awarded to a recipient (Open Badges 2.0, Assertion).
 *
 * <p>The recipient, the badge, the verification and the date of issue are always there unless the
 * assertion is revoked: of a revoked one, issuers may leave no more than its id.
 *
 * @param source the assertion as it was read
 * @param id its URI; where it is hosted, when it is
 * @param types what it is: at least {@code Assertion}
 * @param recipient to whom it was awarded
 * @param badge what was awarded
 * @param verification how to verify it ({@code verification} or its alias {@code verify})
 * @param issuedOn when it was awarded
 * @param image an image of this award, which may have the assertion baked into it
 * @param evidence the work that the recipient did
 * @param narrative what connects the pieces of evidence; Markdown is allowed
 * @param expires when it ceases to hold
 * @param revoked whether its issuer has revoked it
 * @param revocationReason why it was revoked
 * @param uid what identified it before it had an id
 * @param endorsements what others say about it
 * @param related assertions that are the same for most purposes
 * @param version its version
 * @param more the members that this type does not know
 */
public record Assertion(
    Source source,
    @Uri String id,
    @Includes("Assertion") List<@NotBlank String> types,
    Optional<@Valid IdentityObject> recipient,
    Optional<Reference<BadgeClass>> badge,
    Optional<@Valid VerificationObject> verification,
    Optional<Instant> issuedOn,
    Optional<@Valid Image> image,
    List<@Valid Evidence> evidence,
    Optional<String> narrative,
    Optional<Instant> expires,
    boolean revoked,
    Optional<String> revocationReason,
    Optional<String> uid,
    List<Reference<Endorsement>> endorsements,
    List<@Valid Related> related,
    Optional<String> version,
    JsonObject more)
    implements BadgeObject {
  public Assertion {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(badge, "badge");
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(image, "image");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(narrative, "narrative");
    Objects.requireNonNull(expires, "expires");
    Objects.requireNonNull(revocationReason, "revocationReason");
    Objects.requireNonNull(uid, "uid");
    endorsements = List.copyOf(endorsements);
    related = List.copyOf(related);
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(more, "more");
  }

  /**
   * Reads JSON as an assertion. Never throws on what is in it.
   *
   * @param json the document
   * @return the assertion, or every rule that it breaks
   */
  public static Reading<Assertion> read(JsonObject json) {
    return BadgeReader.read(json, Assertion::from);
  }

  /**
   * Reads untrusted bytes as an assertion, within the default limits.
   *
   * @param utf8 the document as JSON
   * @return the assertion, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Assertion parse(byte[] utf8) throws InvalidDocumentException {
    return BadgeReader.parse(utf8, Assertion::from);
  }

  static Assertion from(Cursor in) {
    boolean revoked = Values.flag(in, "revoked");
    if (!revoked) {
      List.of("type", "recipient", "badge", "issuedOn").forEach(in::required);
    }
    Assertion assertion =
        in.checked(
            new Assertion(
                Source.read(in),
                in.text("id"),
                Values.types(in, "Assertion"),
                in.optionalObject("recipient", IdentityObject::read),
                Linked.optional(in, "badge", Reference::to, Linked.embedding(BadgeClass::from)),
                verification(in, revoked),
                Values.instant(in, "issuedOn"),
                Linked.optional(in, "image", Image::at, Image::read),
                Linked.all(in, "evidence", Evidence::at, Evidence::read),
                in.optionalText("narrative"),
                Values.instant(in, "expires"),
                revoked,
                in.optionalText("revocationReason"),
                in.optionalText("uid"),
                Linked.references(in, "endorsement", Endorsement::from),
                Linked.all(in, "related", Related::to, Related::read),
                Values.version(in),
                in.more()));
    assertion.badge.ifPresent(badge -> Linked.refuseSameId(in, assertion.id, "badge", badge));
    assertion.checkOrder(in);
    return assertion;
  }

  /** The context has {@code verify} as an alias; both would be two values. */
  private static Optional<VerificationObject> verification(Cursor in, boolean revoked) {
    boolean alias = in.object().has("verify");
    if (alias && in.object().has("verification")) {
      in.fail("ob2.verification#both", in.pointer().child("verify"));
    }
    String name = alias && !in.object().has("verification") ? "verify" : "verification";
    if (!revoked) {
      in.required(name);
    }
    return in.optionalObject(name, VerificationObject::readOfOne);
  }

  private void checkOrder(Cursor in) {
    if (issuedOn.isPresent() && expires.isPresent() && expires.get().isBefore(issuedOn.get())) {
      in.fail("ob2.validity-order", in.pointer().child("expires"), "issuedOn");
    }
  }

  /**
   * {@return this assertion as an unsigned credential of Open Badges 3.0, with the badge class and
   * the issuer that are embedded in it}
   *
   * @throws InvalidDocumentException as {@link #toCredential(BadgeClass, Profile)}
   */
  public AchievementCredential toCredential() throws InvalidDocumentException {
    return AchievementView.of(this, Optional.empty(), Optional.empty());
  }

  /**
   * {@return this assertion as an unsigned credential of Open Badges 3.0, with the issuer that is
   * embedded in the badge class}
   *
   * @param badgeClass the badge class that this assertion names, in place of what is embedded
   * @throws InvalidDocumentException as {@link #toCredential(BadgeClass, Profile)}
   */
  public AchievementCredential toCredential(BadgeClass badgeClass) throws InvalidDocumentException {
    return AchievementView.of(this, Optional.of(badgeClass), Optional.empty());
  }

  /**
   * {@return this assertion as an unsigned credential of Open Badges 3.0}
   *
   * <p>It says the same about the same recipient: who issued it, what was achieved and how, when it
   * began to hold and when it ceases to. What has no place there (how to verify it, keys,
   * endorsements, extensions) is in {@link AchievementCredential#origin()}, where all documents
   * that it was made from stand as they were read. Nothing is verified, and the credential names no
   * place that says whether it still stands: for a hosted assertion that is its own URL, for a
   * signed one the {@link RevocationList} of its issuer.
   *
   * @param badgeClass the badge class that this assertion names, in place of what is embedded
   * @param issuer the profile that the badge class names, in place of what is embedded
   * @throws InvalidDocumentException {@code ob2.revoked} when this assertion is revoked, since
   *     nothing in a credential of Open Badges 3.0 could say so; {@code ob2.reference-mismatch}
   *     when a document is not the one that is named; {@code ob2.reference-missing} when one is
   *     named by its URI alone and not given; {@code model.required} when the issuer lacks what an
   *     issuer must have; or what Open Badges 3.0 and the default limits refuse
   */
  public AchievementCredential toCredential(BadgeClass badgeClass, Profile issuer)
      throws InvalidDocumentException {
    return AchievementView.of(this, Optional.of(badgeClass), Optional.of(issuer));
  }
}

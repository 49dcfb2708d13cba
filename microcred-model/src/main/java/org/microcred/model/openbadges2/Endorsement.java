package org.microcred.model.openbadges2;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * What somebody says about a badge object of another (Open Badges 2.0, Endorsement).
 *
 * @param source the endorsement as it was read
 * @param id its URI
 * @param types what it is: at least {@code Endorsement}
 * @param claim what is said about which object
 * @param issuer who says it
 * @param issuedOn when it was said
 * @param verification how to verify it
 * @param more the members that this type does not know
 */
public record Endorsement(
    Source source,
    @Uri String id,
    @Includes("Endorsement") List<@NotBlank String> types,
    @Valid Claim claim,
    Reference<Profile> issuer,
    Instant issuedOn,
    @Valid VerificationObject verification,
    JsonObject more)
    implements BadgeObject {
  /**
   * What is said about an object.
   *
   * @param id the object's URI
   * @param endorsementComment the comment on its quality; Markdown is allowed
   * @param more whatever else is said: properties of the object that the endorser vouches for
   */
  public record Claim(@Uri String id, Optional<String> endorsementComment, JsonObject more) {
    public Claim {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(endorsementComment, "endorsementComment");
      Objects.requireNonNull(more, "more");
    }

    static Claim read(Cursor in) {
      return in.checked(new Claim(in.text("id"), in.optionalText("endorsementComment"), in.more()));
    }
  }

  public Endorsement {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(issuedOn, "issuedOn");
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(more, "more");
  }

  /**
   * Reads JSON as an endorsement. Never throws on what is in it.
   *
   * @param json the document
   * @return the endorsement, or every rule that it breaks
   */
  public static Reading<Endorsement> read(JsonObject json) {
    return BadgeReader.read(json, Endorsement::from);
  }

  /**
   * Reads untrusted bytes as an endorsement, within the default limits.
   *
   * @param utf8 the document as JSON
   * @return the endorsement, unverified
   * @throws InvalidDocumentException with every rule that it breaks
   */
  public static Endorsement parse(byte[] utf8) throws InvalidDocumentException {
    return BadgeReader.parse(utf8, Endorsement::from);
  }

  static Endorsement from(Cursor in) {
    return in.checked(
        new Endorsement(
            Source.read(in),
            in.text("id"),
            in.types(),
            in.object("claim", Claim::read),
            Linked.required(in, "issuer", Reference::to, Linked.embedding(Profile::from)),
            Values.requiredInstant(in, "issuedOn"),
            in.object("verification", VerificationObject::readOfOne),
            in.more()));
  }
}

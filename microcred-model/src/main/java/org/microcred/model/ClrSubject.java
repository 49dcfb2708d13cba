package org.microcred.model;

import static org.microcred.model.internal.Given.given;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Includes;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * A learner and what is on record of them (CLR 2.0, ClrSubject).
 *
 * @param id the learner's URI, mostly a DID; it or an identifier should be there
 * @param types what it is: at least {@code ClrSubject}
 * @param identifiers other ways to say who the learner is
 * @param achievements the achievements that the associations speak of, awarded or not
 * @param verifiableCredentials what the learner was awarded, each read by its own rules; what is in
 *     an envelope (VC 2.0 §4.13.1), such as a JWT, is not looked at
 * @param associations how the achievements relate
 * @param more the members that this type does not know
 */
public record ClrSubject(
    @Uri Optional<String> id,
    @Includes("ClrSubject") List<@NotBlank String> types,
    List<@Valid IdentityObject> identifiers,
    List<@Valid Achievement> achievements,
    List<PresentedCredential> verifiableCredentials,
    List<@Valid Association> associations,
    JsonObject more) {
  /** The types of a subject that is nothing else. */
  public static final List<String> TYPES = List.of("ClrSubject");

  private static final String CONTENTS = "verifiableCredential";
  private static final JsonString ENVELOPED = new JsonString(EnvelopedCredential.TYPE_NAME);

  public ClrSubject {
    Objects.requireNonNull(id, "id");
    types = List.copyOf(types);
    identifiers = List.copyOf(identifiers);
    achievements = List.copyOf(achievements);
    verifiableCredentials = List.copyOf(verifiableCredentials);
    associations = List.copyOf(associations);
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a learner of whom no more is on record}
   *
   * @param id the learner's URI, mostly a DID
   * @param credentials what the learner was awarded, at least one
   */
  public static ClrSubject of(String id, List<? extends PresentedCredential> credentials) {
    Builder builder = builder().id(id);
    credentials.forEach(builder::verifiableCredential);
    return builder.build();
  }

  /** {@return a builder; a record needs one credential at least} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with this subject} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  static ClrSubject read(Cursor in) {
    in.required(CONTENTS);
    in.refuseEmpty(CONTENTS);
    Ids.unique(in, CONTENTS);
    List<Achievement> achievements = in.objects("achievement", Achievement::read);
    List<PresentedCredential> credentials = in.objects(CONTENTS, ClrSubject::content);
    boolean open = credentials.stream().noneMatch(EnvelopedCredential.class::isInstance);
    Set<String> known = new HashSet<>();
    achievements.forEach(achievement -> known.add(achievement.id()));
    credentials.forEach(credential -> collect(credential, known));
    ClrSubject subject =
        in.checked(
            new ClrSubject(
                in.optionalText("id"),
                in.types(),
                in.objects("identifier", IdentityObject::read),
                achievements,
                credentials,
                in.objects(
                    "association",
                    item ->
                        open
                            ? Association.read(item).resolved(item, known)
                            : Association.read(item)),
                in.more()));
    if (subject.id.isEmpty() && subject.identifiers.isEmpty()) {
      in.warn("ob.subject-unidentified", in.pointer());
    }
    return subject;
  }

  private static PresentedCredential content(Cursor in) {
    return in.object().list("type").contains(ENVELOPED)
        ? EnvelopedCredential.read(in)
        : CredentialReader.embedded(in);
  }

  /** What associations can speak of: achievements, and credentials that award them. */
  private static void collect(PresentedCredential content, Set<String> known) {
    if (!(content instanceof Credential credential)) {
      return;
    }
    credential.id().ifPresent(known::add);
    if (credential instanceof AchievementCredential badge) {
      known.add(badge.subject().achievement().id());
    } else if (credential instanceof ClrCredential clr) {
      clr.subject().achievements().forEach(achievement -> known.add(achievement.id()));
      clr.subject().verifiableCredentials().forEach(inner -> collect(inner, known));
    }
  }

  /** {@return this subject as JSON} */
  public JsonObject toJson() {
    return new Members()
        .text("id", id)
        .texts("type", types)
        .objects("identifier", identifiers, IdentityObject::toJson)
        .objects("achievement", achievements, Achievement::toJson)
        .objects(CONTENTS, verifiableCredentials, PresentedCredential::json)
        .objects("association", associations, Association::toJson)
        .with(more);
  }

  /** Collects the parts of a subject. Not thread-safe. */
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private List<String> types = TYPES;
    private final List<IdentityObject> identifiers = new ArrayList<>();
    private final List<Achievement> achievements = new ArrayList<>();
    private final List<PresentedCredential> credentials = new ArrayList<>();
    private final List<Association> associations = new ArrayList<>();
    private JsonObject more = JsonObject.EMPTY;

    private Builder() {}

    private Builder(ClrSubject subject) {
      id = subject.id;
      types = subject.types;
      identifiers.addAll(subject.identifiers);
      achievements.addAll(subject.achievements);
      credentials.addAll(subject.verifiableCredentials);
      associations.addAll(subject.associations);
      more = subject.more;
    }

    /** Sets the learner's URI, mostly a DID. */
    public Builder id(String id) {
      this.id = given(id, "id");
      return this;
    }

    /** Adds another way to say who the learner is. */
    public Builder identifier(IdentityObject identifier) {
      identifiers.add(Objects.requireNonNull(identifier, "identifier"));
      return this;
    }

    /** Adds an achievement that associations speak of. */
    public Builder achievement(Achievement achievement) {
      achievements.add(Objects.requireNonNull(achievement, "achievement"));
      return this;
    }

    /** Adds what the learner was awarded. */
    public Builder verifiableCredential(PresentedCredential credential) {
      credentials.add(Objects.requireNonNull(credential, "credential"));
      return this;
    }

    /** Adds how two achievements relate. */
    public Builder association(Association association) {
      associations.add(Objects.requireNonNull(association, "association"));
      return this;
    }

    /** Sets members that the type does not know. */
    public Builder more(JsonObject more) {
      this.more = Objects.requireNonNull(more, "more");
      return this;
    }

    /** {@return the subject} */
    public ClrSubject build() {
      return new ClrSubject(id, types, identifiers, achievements, credentials, associations, more);
    }
  }
}

package org.microcred.model;

import static org.microcred.model.Given.given;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Collects the parts of an {@link AchievementCredential}. Not thread-safe.
 *
 * <p>Unless told otherwise a new badge follows the data model 2.0, gets a random {@code urn:uuid:}
 * as its id and holds from the second in which it is built.
 */
public final class AchievementCredentialBuilder {
  /** Members in the order in which new badges are written. */
  private static final List<String> ORDER =
      List.of(
          "@context",
          "id",
          "type",
          "name",
          "description",
          "image",
          "issuer",
          "validFrom",
          "issuanceDate",
          "validUntil",
          "expirationDate",
          "awardedDate",
          "credentialSubject",
          "evidence",
          "credentialSchema",
          "credentialStatus");

  private final JsonObject base;
  private final Map<String, JsonValue> changes = new LinkedHashMap<>();
  private final List<JsonValue> contexts = new ArrayList<>();
  private DataModel dataModel;
  private AchievementSubject subject;
  private Optional<Instant> validFrom = Optional.empty();
  private Optional<Instant> validUntil = Optional.empty();
  private Clock clock = Clock.systemUTC();

  AchievementCredentialBuilder(Profile issuer, AchievementSubject subject) {
    base = JsonObject.EMPTY;
    dataModel = DataModel.VC_2_0;
    this.subject = subject;
    changes.put("issuer", issuer.toJson());
    changes.put("credentialSubject", subject.toJson());
  }

  AchievementCredentialBuilder(AchievementCredential badge) {
    base = badge.json().without("proof");
    dataModel = badge.dataModel();
    subject = badge.subject();
  }

  /** Sets the data model; {@link DataModel#VC_2_0} unless set. */
  public AchievementCredentialBuilder dataModel(DataModel dataModel) {
    this.dataModel = Objects.requireNonNull(dataModel, "dataModel");
    return this;
  }

  /** Sets the id, a URI. */
  public AchievementCredentialBuilder id(String id) {
    return text("id", id);
  }

  /** Sets the name for display. */
  public AchievementCredentialBuilder name(String name) {
    return text("name", name);
  }

  /** Sets the description for display. */
  public AchievementCredentialBuilder description(String description) {
    return text("description", description);
  }

  /** Sets the image for display. */
  public AchievementCredentialBuilder image(Image image) {
    changes.put("image", Objects.requireNonNull(image, "image").toJson());
    return this;
  }

  /** Sets who awards it. */
  public AchievementCredentialBuilder issuer(Profile issuer) {
    changes.put("issuer", Objects.requireNonNull(issuer, "issuer").toJson());
    return this;
  }

  /** Sets who achieved what. */
  public AchievementCredentialBuilder subject(AchievementSubject subject) {
    this.subject = Objects.requireNonNull(subject, "subject");
    changes.put("credentialSubject", subject.toJson());
    return this;
  }

  /** Adds a result of the subject. */
  public AchievementCredentialBuilder result(Result result) {
    return subject(subject.toBuilder().result(result).build());
  }

  /** Sets when it begins to hold. */
  public AchievementCredentialBuilder validFrom(Instant validFrom) {
    this.validFrom = given(validFrom, "validFrom");
    return this;
  }

  /** Sets when it ceases to hold. */
  public AchievementCredentialBuilder validUntil(Instant validUntil) {
    this.validUntil = given(validUntil, "validUntil");
    return this;
  }

  /** Sets when it was first awarded. */
  public AchievementCredentialBuilder awardedDate(Instant awardedDate) {
    return text("awardedDate", Objects.requireNonNull(awardedDate, "awardedDate").toString());
  }

  /** Sets the clock that says when it is built; the system's unless set. */
  public AchievementCredentialBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /** Adds a piece of evidence. */
  public AchievementCredentialBuilder evidence(Evidence evidence) {
    return add("evidence", Objects.requireNonNull(evidence, "evidence").toJson());
  }

  /** Adds a schema that it conforms to. */
  public AchievementCredentialBuilder schema(CredentialSchema schema) {
    return add("credentialSchema", Objects.requireNonNull(schema, "schema").toJson());
  }

  /** Adds a place where its status is said. */
  public AchievementCredentialBuilder status(CredentialStatus status) {
    return add("credentialStatus", Objects.requireNonNull(status, "status").toJson());
  }

  /** Adds a context, a URL, behind those that every badge has: the terms of an extension. */
  public AchievementCredentialBuilder context(String context) {
    contexts.add(new JsonString(Objects.requireNonNull(context, "context")));
    return this;
  }

  /**
   * Sets a member that has no method of its own.
   *
   * @param name its name; a term that the contexts define
   * @param value its value
   * @return this builder
   * @throws IllegalArgumentException when the member has a method of its own or is the proof, which
   *     comes with signing
   */
  public AchievementCredentialBuilder member(String name, JsonValue value) {
    if (ORDER.contains(name) || name.equals("proof")) {
      throw new IllegalArgumentException("name: " + name + " is not set this way");
    }
    changes.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * {@return the badge, which readers accept within {@link Limits#defaults()}}
   *
   * @throws IllegalArgumentException naming every part that breaks a rule
   */
  public AchievementCredential build() {
    try {
      if (Credential.parse(Json.write(json())) instanceof AchievementCredential badge) {
        return badge;
      }
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    throw new IllegalStateException("a badge was read as something else");
  }

  private JsonObject json() {
    Map<String, JsonValue> members = new LinkedHashMap<>(base.members());
    members.putAll(changes);
    members.put("@context", contexts());
    members.putIfAbsent("id", new JsonString("urn:uuid:" + UUID.randomUUID()));
    members.putIfAbsent(
        "type",
        JsonArray.ofStrings(
            List.of("VerifiableCredential", AchievementCredential.TYPE_NAMES.get(0))));
    DataModel other = dataModel == DataModel.VC_2_0 ? DataModel.VC_1_1 : DataModel.VC_2_0;
    date(members, other.validFromMember(), dataModel.validFromMember(), validFrom);
    date(members, other.validUntilMember(), dataModel.validUntilMember(), validUntil);
    members.computeIfAbsent(
        dataModel.validFromMember(),
        name -> new JsonString(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
    if (dataModel == DataModel.VC_1_1) {
      members.putIfAbsent("name", new JsonString(subject.achievement().name()));
    }
    return base.members().isEmpty() ? ordered(members) : new JsonObject(members);
  }

  private JsonArray contexts() {
    List<JsonValue> items = new ArrayList<>(base.list("@context"));
    if (items.isEmpty()) {
      items.add(new JsonString(dataModel.context()));
      items.add(new JsonString(Contexts.OPEN_BADGES));
    } else {
      items.set(0, new JsonString(dataModel.context()));
    }
    contexts.stream().filter(context -> !items.contains(context)).forEach(items::add);
    return new JsonArray(items);
  }

  /** Writes a date under the name that it has in the data model. */
  private static void date(
      Map<String, JsonValue> members, String oldName, String name, Optional<Instant> given) {
    JsonValue old = members.remove(oldName);
    if (given.isPresent()) {
      members.put(name, new JsonString(given.get().toString()));
    } else if (old != null) {
      members.putIfAbsent(name, old);
    }
  }

  private static JsonObject ordered(Map<String, JsonValue> members) {
    JsonObject.Builder ordered = JsonObject.builder();
    ORDER.forEach(name -> ordered.putIfPresent(name, Optional.ofNullable(members.get(name))));
    members.forEach(ordered::put);
    return ordered.build();
  }

  private AchievementCredentialBuilder text(String name, String value) {
    changes.put(name, new JsonString(Objects.requireNonNull(value, name)));
    return this;
  }

  private AchievementCredentialBuilder add(String name, JsonValue value) {
    JsonObject source = changes.containsKey(name) ? new JsonObject(changes) : base;
    List<JsonValue> items = new ArrayList<>(source.list(name));
    items.add(value);
    boolean single = items.size() == 1 && name.equals("credentialStatus");
    changes.put(name, single ? value : new JsonArray(items));
    return this;
  }
}

package org.microcred.model;

import static org.microcred.model.internal.Given.given;

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
 * Collects the parts of a {@link Credential}. Not thread-safe.
 *
 * <p>Unless told otherwise a new credential follows the data model 2.0, gets a random {@code
 * urn:uuid:} as its id and holds from the second in which it is built. One that starts with another
 * keeps what it does not touch, unknown members included; only the proofs are left out.
 *
 * @param <C> what is built
 * @param <B> the builder itself
 */
public abstract sealed class CredentialBuilder<
        C extends Credential, B extends CredentialBuilder<C, B>>
    permits AchievementCredentialBuilder, EndorsementCredentialBuilder, ClrCredentialBuilder {
  /** Members in the order in which new credentials are written. */
  private static final List<String> ORDER =
      List.of(
          "@context",
          "id",
          "type",
          "name",
          "description",
          "image",
          "partial",
          "issuer",
          "validFrom",
          "issuanceDate",
          "validUntil",
          "expirationDate",
          "awardedDate",
          "credentialSubject",
          "endorsement",
          "endorsementJwt",
          "evidence",
          "relatedResource",
          "credentialSchema",
          "credentialStatus",
          "refreshService",
          "termsOfUse");

  private final JsonObject base;
  private final Map<String, JsonValue> changes = new LinkedHashMap<>();
  private final List<JsonValue> contexts = new ArrayList<>();
  private DataModel dataModel = DataModel.VC_2_0;
  private Optional<Instant> validFrom = Optional.empty();
  private Optional<Instant> validUntil = Optional.empty();
  private Clock clock = Clock.systemUTC();

  CredentialBuilder(Profile issuer) {
    base = JsonObject.EMPTY;
    set("issuer", issuer.toJson());
  }

  CredentialBuilder(Credential credential) {
    base = credential.json().without("proof");
    dataModel = credential.dataModel();
  }

  abstract B self();

  /** {@return the types of a new credential} */
  abstract List<String> newTypes();

  /** {@return the contexts of a new credential, behind that of the data model} */
  abstract List<String> newContexts();

  /** {@return the name, which the data model 1.1 wants, where none is set} */
  Optional<String> defaultName() {
    return Optional.empty();
  }

  /** {@return what is built} */
  abstract Class<C> built();

  /**
   * Sets the data model; {@link DataModel#VC_2_0} unless set.
   *
   * @param dataModel one of the W3C
   * @return this builder
   * @throws IllegalArgumentException when it has no contexts
   */
  public B dataModel(DataModel dataModel) {
    Contexts.first(dataModel);
    this.dataModel = dataModel;
    return self();
  }

  /** Sets the id, a URI. */
  public B id(String id) {
    return text("id", id);
  }

  /** Sets the name for display. */
  public B name(String name) {
    return text("name", name);
  }

  /** Sets the description for display. */
  public B description(String description) {
    return text("description", description);
  }

  /** Sets who issues it. */
  public B issuer(Profile issuer) {
    return set("issuer", Objects.requireNonNull(issuer, "issuer").toJson());
  }

  /** Sets when it begins to hold. */
  public B validFrom(Instant validFrom) {
    this.validFrom = given(validFrom, "validFrom");
    return self();
  }

  /** Sets when it ceases to hold. */
  public B validUntil(Instant validUntil) {
    this.validUntil = given(validUntil, "validUntil");
    return self();
  }

  /** Sets when it was first awarded. */
  public B awardedDate(Instant awardedDate) {
    return text("awardedDate", Objects.requireNonNull(awardedDate, "awardedDate").toString());
  }

  /** Sets the clock that says when it is built; the system's unless set. */
  public B clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return self();
  }

  /** Adds a schema that it conforms to. */
  public B schema(CredentialSchema schema) {
    return add("credentialSchema", Objects.requireNonNull(schema, "schema").toJson());
  }

  /** Adds a place where its status is said. */
  public B status(CredentialStatus status) {
    return add("credentialStatus", Objects.requireNonNull(status, "status").toJson());
  }

  /** Adds a place where newer versions can be had. */
  public B refreshService(RefreshService service) {
    return add("refreshService", Objects.requireNonNull(service, "service").toJson());
  }

  /** Adds terms under which it is issued. */
  public B termsOfUse(TermsOfUse terms) {
    return add("termsOfUse", Objects.requireNonNull(terms, "terms").toJson());
  }

  /** Adds a piece of evidence. */
  public B evidence(Evidence evidence) {
    return add("evidence", Objects.requireNonNull(evidence, "evidence").toJson());
  }

  /** Adds a resource elsewhere that is fixed by digests; only in the data model 2.0. */
  public B relatedResource(RelatedResource resource) {
    return add("relatedResource", Objects.requireNonNull(resource, "resource").toJson());
  }

  /** Adds a context, a URL, behind those that every credential of its kind has. */
  public B context(String context) {
    contexts.add(new JsonString(Objects.requireNonNull(context, "context")));
    return self();
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
  public B member(String name, JsonValue value) {
    if (ORDER.contains(name) || name.equals("proof")) {
      throw new IllegalArgumentException("name: " + name + " is not set this way");
    }
    return set(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
  }

  /**
   * {@return the credential, which readers accept within {@link Limits#defaults()}}
   *
   * @throws IllegalArgumentException naming every part that breaks a rule
   */
  public C build() {
    try {
      return built().cast(Credential.parse(Json.write(json())));
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private JsonObject json() {
    Map<String, JsonValue> members = new LinkedHashMap<>(base.members());
    members.putAll(changes);
    members.put("@context", contexts());
    members.putIfAbsent("id", new JsonString("urn:uuid:" + UUID.randomUUID()));
    members.putIfAbsent("type", JsonArray.ofStrings(newTypes()));
    DataModel other = dataModel == DataModel.VC_2_0 ? DataModel.VC_1_1 : DataModel.VC_2_0;
    date(members, other.validFromMember(), dataModel.validFromMember(), validFrom);
    date(members, other.validUntilMember(), dataModel.validUntilMember(), validUntil);
    members.computeIfAbsent(
        dataModel.validFromMember(),
        name -> new JsonString(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
    if (dataModel == DataModel.VC_1_1) {
      defaultName().ifPresent(name -> members.putIfAbsent("name", new JsonString(name)));
    }
    return base.members().isEmpty() ? ordered(members) : new JsonObject(members);
  }

  private JsonArray contexts() {
    List<JsonValue> items = new ArrayList<>(base.list("@context"));
    if (items.isEmpty()) {
      items.add(Contexts.first(dataModel));
      newContexts().forEach(context -> items.add(new JsonString(context)));
    } else {
      items.set(0, Contexts.first(dataModel));
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

  final B text(String name, String value) {
    return set(name, new JsonString(Objects.requireNonNull(value, name)));
  }

  final B set(String name, JsonValue value) {
    changes.put(name, value);
    return self();
  }

  final B add(String name, JsonValue value) {
    JsonObject source = changes.containsKey(name) ? new JsonObject(changes) : base;
    List<JsonValue> items = new ArrayList<>(source.list(name));
    items.add(value);
    boolean single = items.size() == 1 && name.equals("credentialStatus");
    return set(name, single ? value : new JsonArray(items));
  }
}

package org.microcred.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * Collects the parts of a {@link Presentation}. Not thread-safe.
 *
 * <p>Unless told otherwise a new presentation follows the data model 2.0 and has neither id nor
 * holder. What it presents keeps its JSON, proofs included. One that starts with another keeps what
 * it does not touch; only its own proofs are left out.
 *
 * <pre>{@code
 * Presentation.builder().holder("did:key:z6Mk…").verifiableCredential(badge).build();
 * }</pre>
 */
public final class PresentationBuilder {
  /** Members in the order in which new presentations are written. */
  private static final List<String> ORDER =
      List.of("@context", "id", "type", "holder", "verifiableCredential", "termsOfUse");

  private final boolean isNew;
  private final Map<String, JsonValue> members;
  private DataModel dataModel;

  PresentationBuilder() {
    isNew = true;
    members = new LinkedHashMap<>();
    dataModel = DataModel.VC_2_0;
    add("@context", Contexts.first(dataModel));
    add("type", new JsonString(Presentation.TYPE_NAME));
  }

  PresentationBuilder(Presentation presentation) {
    isNew = false;
    members = new LinkedHashMap<>(presentation.json().without("proof").members());
    dataModel = presentation.dataModel();
  }

  /**
   * Sets the data model; {@link DataModel#VC_2_0} unless set.
   *
   * @param dataModel one of the W3C
   * @return this builder
   * @throws IllegalArgumentException when it has no contexts
   */
  public PresentationBuilder dataModel(DataModel dataModel) {
    Contexts.first(dataModel);
    this.dataModel = dataModel;
    return this;
  }

  /** Sets the id, a URI. */
  public PresentationBuilder id(String id) {
    return set("id", new JsonString(id));
  }

  /** Adds a type beside {@value Presentation#TYPE_NAME}. */
  public PresentationBuilder type(String type) {
    return add("type", new JsonString(type));
  }

  /** Sets who presents it, a URI. */
  public PresentationBuilder holder(String holder) {
    return set("holder", new JsonString(holder));
  }

  /** Sets who presents it. */
  public PresentationBuilder holder(Profile holder) {
    return set("holder", Objects.requireNonNull(holder, "holder").toJson());
  }

  /** Adds a credential, with its proofs or in its envelope. */
  public PresentationBuilder verifiableCredential(PresentedCredential credential) {
    return add("verifiableCredential", Objects.requireNonNull(credential, "credential").json());
  }

  /** Adds terms under which it is presented. */
  public PresentationBuilder termsOfUse(TermsOfUse terms) {
    return add("termsOfUse", Objects.requireNonNull(terms, "terms").toJson());
  }

  /** Adds a context, a URL, behind that of the data model. */
  public PresentationBuilder context(String context) {
    return add("@context", new JsonString(context));
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
  public PresentationBuilder member(String name, JsonValue value) {
    if (ORDER.contains(name) || name.equals("proof")) {
      throw new IllegalArgumentException("name: " + name + " is not set this way");
    }
    return set(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
  }

  /**
   * {@return the presentation, which readers accept within {@link Limits#defaults()}}
   *
   * @throws IllegalArgumentException naming every part that breaks a rule
   */
  public Presentation build() {
    List<JsonValue> contexts = items("@context");
    contexts.set(0, Contexts.first(dataModel));
    set("@context", new JsonArray(contexts));
    try {
      return Presentation.parse(Json.write(isNew ? ordered() : new JsonObject(members)));
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private JsonObject ordered() {
    JsonObject.Builder ordered = JsonObject.builder();
    ORDER.forEach(name -> ordered.putIfPresent(name, Optional.ofNullable(members.get(name))));
    members.forEach(ordered::put);
    return ordered.build();
  }

  private PresentationBuilder set(String name, JsonValue value) {
    members.put(name, value);
    return this;
  }

  private PresentationBuilder add(String name, JsonValue value) {
    List<JsonValue> items = items(name);
    if (!items.contains(value)) {
      items.add(value);
    }
    return set(name, new JsonArray(items));
  }

  private List<JsonValue> items(String name) {
    return new ArrayList<>(new JsonObject(members).list(name));
  }
}

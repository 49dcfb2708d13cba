package org.microcred.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * A registry of known issuers as data, in the form that the Digital Credentials Consortium
 * publishes: {@code {"meta": …, "registry": {"did:…": {"name": …, "url": …}}}}. Immutable and
 * thread-safe.
 *
 * <p>Nobody signed it: it is worth as much as the place where it came from.
 */
public final class IssuerRegistry {
  private static final JsonPointer ENTRIES = JsonPointer.ROOT.child("registry");

  private final Map<String, Issuer> issuers;

  private IssuerRegistry(Map<String, Issuer> issuers) {
    this.issuers = Map.copyOf(issuers);
  }

  /**
   * What a registry says of an issuer.
   *
   * @param id its id, such as a DID
   * @param name what it is called
   * @param json all that the registry says of it
   */
  public record Issuer(String id, Optional<String> name, JsonObject json) {
    public Issuer {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(json, "json");
    }
  }

  /**
   * Reads a registry, within the default limits.
   *
   * @param json untrusted bytes
   * @return the registry
   * @throws InvalidDocumentException {@code json.*}, {@code limit.*} or {@code trust.registry} when
   *     it is none
   */
  public static IssuerRegistry parse(byte[] json) throws InvalidDocumentException {
    JsonObject document = Json.readObject(Objects.requireNonNull(json, "json"), Limits.defaults());
    Optional<JsonObject> entries = document.object("registry");
    if (entries.isEmpty()) {
      throw InvalidDocumentException.of(
          "trust.registry", ENTRIES, "an object with an entry for each issuer id is expected");
    }
    Map<String, Issuer> issuers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> entry : entries.get().members().entrySet()) {
      if (!(entry.getValue() instanceof JsonObject issuer)) {
        throw InvalidDocumentException.of(
            "trust.registry",
            ENTRIES.child(entry.getKey()),
            "an object that describes the issuer is expected");
      }
      issuers.put(entry.getKey(), new Issuer(entry.getKey(), issuer.string("name"), issuer));
    }
    return new IssuerRegistry(issuers);
  }

  /** {@return the ids of all issuers in it} */
  public Set<String> ids() {
    return issuers.keySet();
  }

  /**
   * {@return what it says of an issuer, or empty when it does not have it}
   *
   * @param id compared character by character
   */
  public Optional<Issuer> find(String id) {
    return Optional.ofNullable(issuers.get(Objects.requireNonNull(id, "id")));
  }

  /** Why an issuer is accepted, for the report. */
  Optional<String> reason(String id, String registry) {
    return find(id)
        .map(
            issuer ->
                SafeText.quote(id)
                    + " is in "
                    + registry
                    + issuer.name().map(name -> " as " + SafeText.quote(name)).orElse(""));
  }

  @Override
  public String toString() {
    return "IssuerRegistry[" + issuers.size() + " issuers]";
  }
}

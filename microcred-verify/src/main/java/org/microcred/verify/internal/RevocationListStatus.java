package org.microcred.verify.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.Credential;
import org.microcred.model.CredentialStatus;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * What a 1EdTech Revocation List says about a credential (1EdTech Revocation List Status Method
 * 1.0).
 *
 * <p>Nobody signs it, so the place where it was found has to vouch for it: https at the origin of
 * the issuer, or of one whom the status policy names.
 */
final class RevocationListStatus {
  static final String TYPE = "1EdTechRevocationList";

  /** The specification's name, and the one that 1EdTech's own validator reads. */
  private static final List<String> MEMBERS = List.of("revokedCredentials", "revokedCredential");

  private final String url;
  private final Credential credential;
  private final Session session;
  private final StatusLists lists;

  private RevocationListStatus(String url, Credential credential, Session session) {
    this.url = url;
    this.credential = credential;
    this.session = session;
    this.lists = session.statusLists();
  }

  static Findings of(CredentialStatus status, Credential credential, Session session)
      throws StatusOpenException {
    String url =
        status
            .id()
            .orElseThrow(
                () ->
                    new StatusOpenException(
                        "status.malformed", "the entry has no id, which is the list's URL"));
    return new RevocationListStatus(url, credential, session).ask();
  }

  /** A list that was read: who it says it is of, its id, and what it revokes for which reason. */
  private record Read(Optional<String> issuer, Optional<String> id, Map<String, String> revoked) {}

  private Findings ask() throws StatusOpenException {
    String id =
        credential
            .id()
            .orElseThrow(
                () ->
                    new StatusOpenException(
                        "status.malformed",
                        "the credential has no id, by which the list would name it"));
    String issuer = credential.issuer().id();
    requireOrigin(url, issuer);
    LoadedDocument document = lists.document(url);
    requireOrigin(document.url().toString(), issuer);
    Read list = lists.once("revocations", url, () -> read(document));
    if (!list.issuer().equals(Optional.of(issuer))) {
      throw lists.foreign(url, list.issuer().orElse("nobody"), issuer);
    }
    if (!lists.policy().anyListId() && !list.id().equals(Optional.of(url))) {
      throw open("status.list-id", "it does not bear this URL as its id");
    }
    String reason = list.revoked().get(id);
    return reason == null
        ? Findings.none()
        : StatusLists.failed("status.revoked", "the issuer revoked it" + reason);
  }

  private void requireOrigin(String place, String issuer) throws StatusOpenException {
    Optional<String> origin = place.startsWith("https:") ? origin(place) : Optional.empty();
    boolean isKnown =
        origin.isPresent()
            && Stream.concat(Stream.of(issuer), lists.policy().listIssuers().stream())
                .map(RevocationListStatus::origin)
                .anyMatch(origin::equals);
    if (!isKnown) {
      throw open(
          "status.list-issuer",
          "nobody signed it, and it is not at the https origin of the issuer "
              + SafeText.quote(issuer)
              + " or of one whom the status policy names");
    }
  }

  /** Scheme, host and port of an https URL, or of the web server behind a {@code did:web}. */
  private static Optional<String> origin(String id) {
    String text =
        id.startsWith("did:web:")
            ? "https://" + id.substring("did:web:".length()).split(":", 2)[0].replace("%3A", ":")
            : id;
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null || !"https".equals(uri.getScheme())) {
        return Optional.empty();
      }
      int port = uri.getPort() < 0 ? 443 : uri.getPort();
      return Optional.of(uri.getHost().toLowerCase(Locale.ROOT) + ':' + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Read read(LoadedDocument document) throws StatusOpenException {
    JsonObject json;
    try {
      json = Json.readObject(document.content(), session.settings().limits());
    } catch (InvalidDocumentException e) {
      throw StatusOpenException.list(url, e);
    }
    if (MEMBERS.stream().noneMatch(json::has)) {
      throw open("status.list", "it lacks the member " + MEMBERS.get(0));
    }
    Map<String, String> revoked = new HashMap<>();
    for (String member : MEMBERS) {
      for (JsonValue item : items(json, member)) {
        note(item, revoked);
      }
    }
    Optional<String> issuer =
        json.string("issuer").or(() -> json.object("issuer").flatMap(o -> o.string("id")));
    return new Read(issuer, json.string("id"), revoked);
  }

  private List<JsonValue> items(JsonObject json, String member) throws StatusOpenException {
    Optional<JsonValue> given = json.get(member);
    if (given.isEmpty()) {
      return List.of();
    }
    if (given.get() instanceof JsonArray array) {
      return array.items();
    }
    throw open("status.list", "its member " + member + " is no array");
  }

  /** Revoked unless it says that it is not. Published lists write true as a string, too. */
  private void note(JsonValue item, Map<String, String> revoked) throws StatusOpenException {
    Optional<String> id =
        item instanceof JsonObject object ? object.string("id") : Optional.empty();
    if (id.isEmpty() || !(item instanceof JsonObject object)) {
      throw open("status.list", "one of its elements does not name a credential by its id");
    }
    JsonValue flag = object.get("revoked").orElse(JsonBoolean.of(true));
    String text = flag instanceof JsonString string ? string.value() : flag.toString();
    if (text.equals("true")) {
      revoked.put(
          id.get(),
          object.string("revocationReason").map(r -> ": " + SafeText.quote(r)).orElse(""));
    } else if (!text.equals("false")) {
      throw open("status.list", "one of its elements says neither true nor false to revoked");
    }
  }

  private StatusOpenException open(String code, String message) {
    return StatusLists.open(code, url, message);
  }
}

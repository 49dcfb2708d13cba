package org.microcred.examples.service;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SelectiveDisclosure;
import org.microcred.crypto.status.StatusListIssuer;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Issuing and deriving, as the VC API has it, and the status list of what was issued. */
final class IssueApi {
  static final String DERIVE = "/ecdsa-sd-2023/credentials/derive";

  /** The name of the only list. */
  static final String LIST = "1";

  private static final Duration LIST_VALIDITY = Duration.ofDays(1);

  private final Keys keys;
  private final StatusListIssuer list;

  IssueApi(Keys keys, String base) {
    this.keys = keys;
    this.list = StatusListIssuer.builder(base + "/status/" + LIST).build();
  }

  Reply issue(Suite suite, JsonObject request) throws Refusal {
    JsonObject credential = object(request, "credential");
    CredentialSigner signer =
        CredentialSigner.of(keys.of(suite.algorithm()), suite.format())
            .withContexts(DocumentLoader.none());
    try {
      if (suite == Suite.ECDSA_SD) {
        signer = signer.withMandatory(pointers(request, "mandatoryPointers"));
      }
      JsonObject mine = issuedBy(signer.issuer(), credential);
      if (suite == Suite.BITSTRING) {
        mine = list.addTo(mine, list.allocate());
      }
      return created(signer.sign(mine));
    } catch (InvalidDocumentException e) {
      throw Refusal.badRequest("the credential cannot be issued: " + e.getMessage());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw Refusal.badRequest(SafeText.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw Refusal.internal();
    }
  }

  Reply derive(JsonObject request) throws Refusal {
    SecuredCredential base =
        SecuredCredential.of(Json.write(object(request, "verifiableCredential")));
    try {
      return created(
          SelectiveDisclosure.derive(
              base, pointers(request, "selectivePointers"), DocumentLoader.none()));
    } catch (InvalidDocumentException e) {
      throw Refusal.badRequest("nothing can be derived: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest(SafeText.of(String.valueOf(e.getMessage())));
    }
  }

  Reply statusList() throws Refusal {
    try {
      return new Reply(200, "application/vc", signedList().toBytes());
    } catch (IOException | InvalidDocumentException e) {
      throw Refusal.internal();
    }
  }

  /** The service verifies what it issued itself without asking itself over the network. */
  DocumentLoader lists() {
    return url -> {
      if (!url.equals(URI.create(list.url()))) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new LoadedDocument(
                url,
                Optional.of("application/vc"),
                signedList().toBytes(),
                LoadedDocument.Source.SUPPLIED));
      } catch (InvalidDocumentException e) {
        throw new IOException(e);
      }
    };
  }

  private SecuredCredential signedList() throws IOException, InvalidDocumentException {
    CredentialSigner signer =
        CredentialSigner.of(keys.of(Suite.BITSTRING.algorithm()), Suite.BITSTRING.format());
    return list.sign(signer, Instant.now().truncatedTo(ChronoUnit.SECONDS), LIST_VALIDITY);
  }

  /** The service signs in its own name: it fills in an issuer, and replaces none. */
  private static JsonObject issuedBy(String issuer, JsonObject credential) throws Refusal {
    if (!credential.has("issuer")) {
      return credential.with("issuer", new JsonString(issuer));
    }
    Optional<String> named =
        credential
            .string("issuer")
            .or(() -> credential.object("issuer").flatMap(profile -> profile.string("id")));
    if (!named.equals(Optional.of(issuer))) {
      throw Refusal.badRequest("the issuer of this suite is " + issuer + "; name it, or nobody");
    }
    return credential;
  }

  private static Reply created(SecuredCredential credential) throws InvalidDocumentException {
    JsonValue json = credential.toPresented(Limits.defaults()).json();
    return Reply.json(201, JsonObject.builder().put("verifiableCredential", json).build());
  }

  private static List<JsonPointer> pointers(JsonObject request, String option) throws Refusal {
    List<JsonPointer> pointers = new ArrayList<>();
    JsonObject options = request.object("options").orElse(JsonObject.EMPTY);
    for (JsonValue value : options.list(option)) {
      if (!(value instanceof JsonString text)) {
        throw Refusal.badRequest("options." + option + " is no list of JSON pointers");
      }
      pointers.add(JsonPointer.parse(text.value()));
    }
    return pointers;
  }

  static JsonObject object(JsonObject request, String member) throws Refusal {
    return request
        .object(member)
        .orElseThrow(() -> Refusal.badRequest("the body has no object " + member));
  }
}

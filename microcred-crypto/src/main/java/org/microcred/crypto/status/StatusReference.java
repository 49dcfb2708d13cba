package org.microcred.crypto.status;

import java.util.ArrayList;
import java.util.List;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Writes into a credential where its status stands. */
final class StatusReference {
  static final String VC_2_0 = "https://www.w3.org/ns/credentials/v2";
  static final String VC_1_1 = "https://www.w3.org/2018/credentials/v1";
  static final String CONTEXT_2021 = "https://w3id.org/vc/status-list/2021/v1";

  /** Defines entries where the context of the data model does not. */
  private static final String CONTEXT_BITSTRING = "https://www.w3.org/ns/credentials/status/v1";

  private StatusReference() {}

  static JsonObject add(StatusListSettings settings, JsonObject credential, int index) {
    if (settings.format() == StatusListFormat.TOKEN) {
      if (credential.has("status")) {
        throw new IllegalArgumentException("credential: it has a claim status already");
      }
      return credential.with("status", new StatusListInfo(index, settings.url()).toClaim());
    }
    List<JsonValue> entries = new ArrayList<>(credential.list("credentialStatus"));
    entries.add(settings.entry(index).toStatus().toJson());
    return withContext(settings, credential)
        .with("credentialStatus", entries.size() == 1 ? entries.get(0) : new JsonArray(entries));
  }

  private static JsonObject withContext(StatusListSettings settings, JsonObject credential) {
    List<JsonValue> contexts = new ArrayList<>(credential.list("@context"));
    boolean isBuiltIn =
        settings.format() == StatusListFormat.BITSTRING
            && contexts.contains(new JsonString(VC_2_0));
    JsonString needed =
        new JsonString(
            settings.format() == StatusListFormat.BITSTRING ? CONTEXT_BITSTRING : CONTEXT_2021);
    if (isBuiltIn || contexts.contains(needed)) {
      return credential;
    }
    contexts.add(needed);
    return credential.with("@context", new JsonArray(contexts));
  }
}

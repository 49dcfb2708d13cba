package org.microcred.crypto.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.StatusMessage;
import org.microcred.model.StatusPurpose;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** The JSON in which an issuer keeps a list. */
final class StatusListFile {
  private StatusListFile() {}

  static byte[] write(StatusListSettings settings, byte[] octets, IndexPool pool) {
    List<JsonValue> messages =
        settings.messages().stream().<JsonValue>map(m -> new JsonString(m.message())).toList();
    JsonObject.Builder json =
        JsonObject.builder()
            .put("id", settings.url())
            .put("format", settings.format().label())
            .put("statusPurpose", settings.purpose().value())
            .put("entries", JsonNumber.of(settings.entries()))
            .put("bits", JsonNumber.of(settings.bits()))
            .put("messages", new JsonArray(messages));
    settings.timeToLive().ifPresent(ttl -> json.put("timeToLive", new JsonString(ttl.toString())));
    return Json.writeBytes(
        json.put("statuses", Multibase.base64url(Compressed.gzip(octets)))
            .put("allocated", Multibase.base64url(Compressed.gzip(pool.toBytes())))
            .build());
  }

  static StatusListIssuer read(byte[] bytes, RandomGenerator random)
      throws InvalidDocumentException {
    JsonObject json = Json.readObject(bytes, Limits.defaults());
    StatusListSettings settings;
    try {
      settings = settings(json);
    } catch (RuntimeException e) {
      throw malformed(String.valueOf(e.getMessage()));
    }
    byte[] octets = octets(json, "statuses", settings.octets());
    byte[] taken = octets(json, "allocated", IndexPool.bytes(settings.entries()));
    return new StatusListIssuer(settings, random, octets, new IndexPool(settings.entries(), taken));
  }

  private static StatusListSettings settings(JsonObject json) {
    List<StatusMessage> messages = new ArrayList<>();
    for (JsonValue message : json.list("messages")) {
      messages.add(new StatusMessage(messages.size(), ((JsonString) message).value()));
    }
    return new StatusListSettings(
        json.string("id").orElseThrow(),
        StatusListFormat.of(json.string("format").orElseThrow()).orElseThrow(),
        new StatusPurpose(json.string("statusPurpose").orElseThrow()),
        number(json, "entries"),
        number(json, "bits"),
        messages,
        json.string("timeToLive").map(Duration::parse));
  }

  private static int number(JsonObject json, String member) {
    return ((JsonNumber) json.get(member).orElseThrow()).value().intValueExact();
  }

  private static byte[] octets(JsonObject json, String member, int size)
      throws InvalidDocumentException {
    Optional<byte[]> file = json.string(member).flatMap(Multibase::decode);
    if (file.isEmpty()) {
      throw malformed(member + " is missing or wrongly encoded");
    }
    byte[] octets = Compressed.gunzip(file.get(), size);
    if (octets.length != size) {
      throw malformed(member + " has another size than the list");
    }
    return octets;
  }

  private static InvalidDocumentException malformed(String why) {
    return InvalidDocumentException.of(
        "status.list", JsonPointer.ROOT, "this is not the file of a status list: " + why);
  }
}

package org.microcred.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.model.internal.Messages;
import org.microcred.model.internal.Uris;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Reads the members of a {@link StatusListEntry}; not one of them in two ways. */
final class StatusListEntryReader {
  /** ASCII digits; Java's own readers of numbers take those of other scripts, too. */
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]?");
  private static final Pattern STATUS = Pattern.compile("0x0*[0-9a-fA-F]{1,4}");

  private final CredentialStatus status;
  private final JsonObject members;
  private final List<Violation> violations = new ArrayList<>();

  StatusListEntryReader(CredentialStatus status) {
    this.status = status;
    this.members = status.more();
  }

  StatusListEntry read() throws InvalidDocumentException {
    String purpose =
        members.string("statusPurpose").filter(text -> !text.isBlank()).orElseGet(this::noPurpose);
    String index =
        members
            .string("statusListIndex")
            .filter(text -> INDEX.matcher(text).matches())
            .orElseGet(() -> malformed("status.malformed#index", "statusListIndex", "0"));
    String list =
        members
            .string("statusListCredential")
            .filter(Uris::isAbsolute)
            .orElseGet(() -> malformed("status.malformed#list", "statusListCredential", ""));
    int size = size();
    List<StatusMessage> messages = messages();
    if (violations.isEmpty() && !StatusListEntry.isComplete(messages, size)) {
      malformed("status.malformed#messages", "statusMessage", "");
    }
    List<String> references = references();
    if (!violations.isEmpty()) {
      throw new InvalidDocumentException(violations);
    }
    String type =
        status.types().contains(StatusListEntry.BITSTRING)
            ? StatusListEntry.BITSTRING
            : StatusListEntry.STATUS_LIST_2021;
    return new StatusListEntry(
        type, new StatusPurpose(purpose), Long.parseLong(index), list, size, messages, references);
  }

  private String noPurpose() {
    return malformed("status.malformed#purpose", "statusPurpose", "");
  }

  private int size() {
    Optional<JsonValue> size = members.get("statusSize");
    if (size.isEmpty()) {
      return 1;
    }
    if (size.get() instanceof JsonNumber number && SIZE.matcher(number.literal()).matches()) {
      int bits = Integer.parseInt(number.literal());
      if (bits <= StatusListEntry.MAX_SIZE) {
        return bits;
      }
    }
    malformed("status.malformed#size", "statusSize", "");
    return 1;
  }

  private List<StatusMessage> messages() {
    Optional<JsonValue> given = members.get("statusMessage");
    if (given.isEmpty()) {
      return List.of();
    }
    List<StatusMessage> messages = new ArrayList<>();
    List<JsonValue> items =
        given.get() instanceof JsonArray array ? array.items() : List.of(given.get());
    for (JsonValue item : items) {
      Optional<StatusMessage> message =
          item instanceof JsonObject object ? message(object) : Optional.empty();
      if (message.isEmpty()) {
        malformed("status.malformed#messages", "statusMessage", "");
        return List.of();
      }
      messages.add(message.get());
    }
    return messages;
  }

  private static Optional<StatusMessage> message(JsonObject object) {
    return object
        .string("status")
        .filter(text -> STATUS.matcher(text).matches())
        .flatMap(
            text ->
                object
                    .string("message")
                    .map(
                        message ->
                            new StatusMessage(Integer.parseInt(text.substring(2), 16), message)));
  }

  private List<String> references() {
    List<String> references = new ArrayList<>();
    for (JsonValue reference : members.list("statusReference")) {
      if (reference instanceof JsonString url && Uris.isAbsolute(url.value())) {
        references.add(url.value());
      } else {
        malformed("status.malformed#reference", "statusReference", "");
      }
    }
    return references;
  }

  private String malformed(String key, String member, String standIn) {
    violations.add(Messages.violation(key, JsonPointer.ROOT.child(member)));
    return standIn;
  }
}

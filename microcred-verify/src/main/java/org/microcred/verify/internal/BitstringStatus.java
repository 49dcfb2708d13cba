package org.microcred.verify.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.crypto.status.StatusList;
import org.microcred.model.Credential;
import org.microcred.model.CredentialStatus;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.StatusListEntry;
import org.microcred.model.StatusPurpose;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/** What a Bitstring Status List (1.0 §3.2) or a Status List 2021 says about a credential. */
final class BitstringStatus {
  private static final Pattern MILLISECONDS = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.0+)?");

  private final StatusListEntry entry;
  private final StatusLists lists;

  private BitstringStatus(StatusListEntry entry, StatusLists lists) {
    this.entry = entry;
    this.lists = lists;
  }

  static Findings of(CredentialStatus status, Credential credential, Session session)
      throws StatusOpenException {
    StatusListEntry entry;
    try {
      entry = StatusListEntry.read(status);
    } catch (InvalidDocumentException e) {
      throw StatusOpenException.entry(e);
    }
    if (!StatusPurpose.standard().contains(entry.purpose())) {
      throw new StatusOpenException(
          "status.unknown-purpose",
          "what a status for "
              + SafeText.quote(entry.purpose().value())
              + " means for the credential is not known here");
    }
    return new BitstringStatus(entry, session.statusLists()).ask(credential);
  }

  private Findings ask(Credential credential) throws StatusOpenException {
    StatusLists.Believed believed = lists.credential(entry.list());
    JsonObject subject = requireList(believed.credential(), credential.issuer().id());
    Findings meaning = meaning(value(subject));
    return meaning.and(
        lists.age(
            entry.list(),
            believed.source(),
            believed.credential().validFrom(),
            believed.credential().validUntil(),
            timeToLive(subject)));
  }

  /** The list that the entry means, of somebody who may publish it, for the same purpose. */
  private JsonObject requireList(Credential list, String issuer) throws StatusOpenException {
    String publisher = list.issuer().id();
    if (!lists.mayPublish(publisher, issuer)) {
      throw lists.foreign(entry.list(), publisher, issuer);
    }
    if (!lists.policy().anyListId() && !list.id().equals(Optional.of(entry.list()))) {
      throw open(
          "status.list-id",
          "it does not bear this URL as its id, but "
              + list.id().map(SafeText::quote).orElse("none")
              + "; the status policy can allow that");
    }
    // The entry, its list credential and the list in it are of one family.
    String kind = entry.type().substring(0, entry.type().length() - "Entry".length());
    List<JsonValue> subjects = list.json().list("credentialSubject");
    JsonObject subject =
        subjects.size() == 1 && subjects.get(0) instanceof JsonObject only
            ? only
            : JsonObject.EMPTY;
    if (!list.types().contains(kind + "Credential")
        || StatusCheck.texts(subject, "type").noneMatch(kind::equals)) {
      throw open("status.list", "it is no " + kind + "Credential with a " + kind + " in it");
    }
    if (StatusCheck.texts(subject, "statusPurpose").noneMatch(entry.purpose().value()::equals)) {
      throw open(
          "status.list-purpose",
          "it is not for the purpose " + SafeText.quote(entry.purpose().value()));
    }
    return subject;
  }

  private int value(JsonObject subject) throws StatusOpenException {
    StatusList list =
        lists
            .bits(entry.type(), entry.list(), maxBytes -> inflate(subject, maxBytes))
            .withBits(entry.size());
    int minimum = lists.policy().minimumEntries();
    if (list.entries() < minimum) {
      throw open(
          "status.list-length",
          "it has " + list.entries() + " entries, fewer than the " + minimum + " asked for");
    }
    return list.get(entry.index())
        .orElseThrow(
            () ->
                open(
                    "status.index",
                    "it has " + list.entries() + " entries and none at " + entry.index()));
  }

  private StatusList inflate(JsonObject subject, int maxBytes) throws InvalidDocumentException {
    String encoded = subject.string("encodedList").orElse("");
    return entry.type().equals(StatusListEntry.BITSTRING)
        ? StatusList.ofBitstring(encoded, maxBytes)
        : StatusList.ofStatusList2021(encoded, maxBytes);
  }

  private Findings meaning(int value) {
    Optional<String> message = entry.message(value);
    String said = message.map(text -> ": " + SafeText.quote(text)).orElse("");
    if (entry.purpose().equals(StatusPurpose.MESSAGE)) {
      return value == 0 && message.isEmpty()
          ? Findings.none()
          : warned("status.message", "the issuer says of it" + (said.isEmpty() ? ": set" : said));
    }
    if (value == 0) {
      return Findings.none();
    }
    if (entry.purpose().equals(StatusPurpose.REFRESH)) {
      return warned("status.refresh", "the issuer has a newer version of it" + said);
    }
    return entry.purpose().equals(StatusPurpose.SUSPENSION)
        ? StatusLists.failed("status.suspended", "the issuer suspended it" + said)
        : StatusLists.failed("status.revoked", "the issuer revoked it" + said);
  }

  /** In milliseconds (Bitstring Status List 1.0 §2.2). */
  private Optional<Duration> timeToLive(JsonObject subject) throws StatusOpenException {
    Optional<JsonValue> given = subject.get("ttl");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (given.get() instanceof JsonNumber number
        && MILLISECONDS.matcher(number.literal()).matches()) {
      return Optional.of(Duration.ofMillis(new BigDecimal(number.literal()).longValue()));
    }
    throw open("status.list", "its ttl is no number of milliseconds");
  }

  private StatusOpenException open(String code, String message) {
    return StatusLists.open(code, entry.list(), message);
  }

  private static Findings warned(String code, String message) {
    return Findings.warned(new Violation(code, JsonPointer.ROOT, message));
  }
}

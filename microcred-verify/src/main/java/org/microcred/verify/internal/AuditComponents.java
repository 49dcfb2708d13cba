package org.microcred.verify.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.DecisionRecord;
import org.microcred.verify.StackRequest;

/**
 * The credentials that an award rests on: those of the wallet that the record names, verified as of
 * the record's instant and as of now.
 *
 * @param then as of the record's instant
 * @param now as of now
 * @param holders whether they are about the person
 * @param findings whether all are at hand, as they were, and authentic
 */
record AuditComponents(
    List<Wallet.Item> then, List<Wallet.Item> now, Findings holders, Findings findings) {

  static AuditComponents of(
      DecisionRecord record, StackRequest request, Settings settings, Instant now) {
    Set<String> recorded =
        record.credentials().stream()
            .map(DecisionRecord.Entry::digest)
            .collect(Collectors.toUnmodifiableSet());
    List<Wallet.Item> all = Wallet.verify(request, settings, record.at());
    List<Wallet.Item> then = all.stream().filter(item -> recorded.contains(item.digest())).toList();
    List<Wallet.Item> today =
        Wallet.verify(request, settings, now).stream()
            .filter(item -> recorded.contains(item.digest()))
            .toList();
    Findings holders = Findings.none();
    Findings findings = missing(record, all);
    for (Wallet.Item item : then) {
      if (!record.components().contains(item.digest())) {
        continue;
      }
      if (item.refusedBy().equals(Optional.of(Check.Id.RECIPIENT))) {
        holders =
            holders.and(
                Audit.failed(
                    "audit.other-holder",
                    "the component " + name(item) + " is about somebody else"));
      } else if (item.refusedBy().isPresent()) {
        findings = findings.and(notVerified(item));
      }
    }
    for (Wallet.Item item : all) {
      if (!recorded.contains(item.digest())) {
        findings =
            findings.and(
                Audit.warned(
                    "audit.component-unnamed",
                    "the record does not name " + name(item) + ", so it was not looked at"));
      }
    }
    return new AuditComponents(then, today, holders, findings);
  }

  /** What the record names and the caller did not give; perhaps another was given in its place. */
  private static Findings missing(DecisionRecord record, List<Wallet.Item> given) {
    Set<String> digests = new HashSet<>();
    Set<String> claimed = new HashSet<>();
    for (Wallet.Item item : given) {
      digests.add(item.digest());
      item.outline().credentialId().ifPresent(claimed::add);
    }
    Map<String, String> ids = ids(record);
    Findings findings = Findings.none();
    for (String digest : record.components()) {
      if (digests.contains(digest)) {
        continue;
      }
      String id = ids.getOrDefault(digest, digest);
      findings =
          findings.and(
              claimed.contains(id)
                  ? Audit.failed(
                      "audit.component-digest",
                      "what was given as "
                          + SafeText.quote(id)
                          + " is not the credential that the record names: its digest differs")
                  : Audit.unknown(
                      "audit.component-missing",
                      "the component "
                          + SafeText.quote(id)
                          + " was not given; hand in all credentials that the record names"));
    }
    return findings;
  }

  /** The id of each component, by its digest. */
  private static Map<String, String> ids(DecisionRecord record) {
    Map<String, String> ids = new HashMap<>();
    for (JsonValue use : record.decision().list("uses")) {
      JsonObject used = (JsonObject) use;
      used.string("digest")
          .ifPresent(digest -> ids.put(digest, used.string("holding").orElse(digest)));
    }
    return ids;
  }

  static Findings notVerified(Wallet.Item item) {
    Check check = item.outline().check(item.refusedBy().orElseThrow());
    String message =
        "the check " + check.id().key() + " of the component " + name(item) + " did not pass";
    return check.outcome() == Check.Outcome.FAILED
        ? Audit.failed("audit.component-not-verified", message)
        : Audit.unknown("audit.component-not-verified", message);
  }

  /** Whether every credential that the engine saw then is at hand. */
  boolean isComplete(DecisionRecord record) {
    Set<String> given = then.stream().map(Wallet.Item::digest).collect(Collectors.toSet());
    return record.credentials().stream()
        .filter(entry -> entry.check().isEmpty())
        .allMatch(entry -> given.contains(entry.digest()));
  }

  String said() {
    return then.size() + " credentials of the record are at hand";
  }

  static String name(Wallet.Item item) {
    return SafeText.quote(item.outline().credentialId().orElse(item.digest()));
  }
}

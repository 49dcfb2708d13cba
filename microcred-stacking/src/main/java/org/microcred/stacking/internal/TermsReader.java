package org.microcred.stacking.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.stacking.Effective;
import org.microcred.stacking.Terms;

/** Reads and writes the terms on which a policy is applied. */
final class TermsReader {
  private final Reading reading;

  TermsReader(Reading reading) {
    this.reading = reading;
  }

  /** Reads the terms of a policy that has rules of these ids. */
  Terms read(JsonObject policy, Set<String> rules) {
    JsonPointer at = JsonPointer.ROOT.child("exceptions");
    JsonObject exceptions =
        policy.get("exceptions").flatMap(v -> reading.object(v, at)).orElse(JsonObject.EMPTY);
    reading.members(exceptions, at, Set.of("acceptedFrom"), Set.of());
    List<String> from =
        exceptions
            .get("acceptedFrom")
            .map(v -> reading.strings(v, at.child("acceptedFrom")))
            .orElse(List.of());
    if (policy.has("exceptions") && !exceptions.has("acceptedFrom")) {
      reading.refuse("policy.required", at, "\"acceptedFrom\" is missing");
    }
    return new Terms(effective(policy), from, new DerivationReader(reading, rules).read(policy));
  }

  private Effective effective(JsonObject policy) {
    JsonPointer at = JsonPointer.ROOT.child("effective");
    JsonObject object =
        policy.get("effective").flatMap(v -> reading.object(v, at)).orElse(JsonObject.EMPTY);
    reading.members(object, at, Set.of("from", "to", "finishBy"), Set.of());
    Optional<LocalDate> from = reading.date(object, "from", at);
    Optional<LocalDate> to = reading.date(object, "to", at);
    Optional<LocalDate> finishBy = reading.date(object, "finishBy", at);
    if (isBefore(to, from) || isBefore(finishBy, from)) {
      reading.refuse("policy.range", at, "it ends before it begins");
    }
    return new Effective(from, to, finishBy);
  }

  private static boolean isBefore(Optional<LocalDate> end, Optional<LocalDate> start) {
    return end.isPresent() && start.isPresent() && end.get().isBefore(start.get());
  }

  static void write(Terms terms, JsonObject.Builder json) {
    DerivationReader.write(terms.derive(), json);
    if (!terms.effective().equals(Effective.ALWAYS)) {
      JsonObject.Builder effective = JsonObject.builder();
      terms.effective().from().ifPresent(day -> effective.put("from", day.toString()));
      terms.effective().to().ifPresent(day -> effective.put("to", day.toString()));
      terms.effective().finishBy().ifPresent(day -> effective.put("finishBy", day.toString()));
      json.put("effective", effective.build());
    }
    if (!terms.exceptionsFrom().isEmpty()) {
      json.put(
          "exceptions",
          JsonObject.builder()
              .put("acceptedFrom", JsonArray.ofStrings(terms.exceptionsFrom()))
              .build());
    }
  }
}

package org.microcred.verify.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.StackPolicy;

/**
 * An exception to a policy as a credential: its issuer grants it, its subject is the learner, its
 * validity is that of the exception, and {@code stackException} says what is granted.
 *
 * @param adjustment the exception, or empty when it is none of this policy
 * @param findings what is wrong with it
 */
public record GrantedException(Optional<Adjustment> adjustment, Findings findings) {
  /** The type of the credential. */
  public static final String TYPE = "StackExceptionCredential";

  /** The context that says what its members mean. */
  public static final String CONTEXT = "https://microcred.org/contexts/stack/v1";

  private static final String MEMBER = "stackException";
  private static final JsonPointer POINTER =
      JsonPointer.ROOT.child("credentialSubject").child(MEMBER);

  /** What each kind of exception says besides its type, the policy and the reason. */
  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "Waiver", Set.of("rule"),
          "Substitution", Set.of("holding", "achievement"),
          "Block", Set.of("holding"),
          "Insert", Set.of("holding", "rule"));

  private static final Set<String> ALWAYS = Set.of("type", "policy", "why");

  /** Whether a credential is an exception; a claim of that name under another context is none. */
  static boolean is(Credential credential) {
    return credential.types().contains(TYPE)
        && credential.json().list("@context").contains(new JsonString(CONTEXT));
  }

  /** Reads a credential that verified. */
  static GrantedException of(Credential credential, StackPolicy policy, String digest) {
    Optional<JsonObject> said =
        credential.json().object("credentialSubject").flatMap(subject -> subject.object(MEMBER));
    if (said.isEmpty()) {
      return refused("grant.shape", "there must be one subject with one " + MEMBER);
    }
    JsonObject exception = said.get();
    String kind = exception.string("type").orElse("");
    Set<String> needed = KINDS.get(kind);
    if (needed == null) {
      return refused("grant.shape", "\"type\" must be one of " + new TreeSet<>(KINDS.keySet()));
    }
    if (credential.validFrom().isEmpty()) {
      return refused("grant.shape", "an exception must be dated: validFrom is missing");
    }
    Set<String> allowed = new TreeSet<>(ALWAYS);
    allowed.addAll(needed);
    Set<String> required = new TreeSet<>(allowed);
    if (kind.equals("Block")) {
      allowed.add("rule");
    }
    for (String name : required) {
      if (exception.string(name).filter(text -> !text.isBlank()).isEmpty()) {
        return refused("grant.shape", "\"" + name + "\" is missing, or is no text");
      }
    }
    for (String name : exception.members().keySet()) {
      if (!allowed.contains(name) || exception.string(name).isEmpty()) {
        return refused("grant.shape", "a " + kind + " has no " + SafeText.quote(name));
      }
    }
    if (!exception.string("policy").equals(Optional.of(policy.id()))) {
      return refused("grant.other-policy", "it is an exception to another policy");
    }
    return new GrantedException(
        Optional.of(adjustment(kind, exception, grant(credential, exception, digest))),
        Findings.none());
  }

  private static Adjustment.Grant grant(
      Credential credential, JsonObject exception, String digest) {
    return new Adjustment.Grant(
        credential.issuer().id(),
        day(credential.validFrom().orElseThrow()),
        credential.validUntil().map(GrantedException::day),
        text(exception, "why"),
        Optional.of(digest));
  }

  private static Adjustment adjustment(String kind, JsonObject said, Adjustment.Grant grant) {
    return switch (kind) {
      case "Waiver" -> new Adjustment.Waiver(text(said, "rule"), grant);
      case "Substitution" ->
          new Adjustment.Substitution(text(said, "holding"), text(said, "achievement"), grant);
      case "Block" -> new Adjustment.Block(text(said, "holding"), said.string("rule"), grant);
      default -> new Adjustment.Insert(text(said, "holding"), text(said, "rule"), grant);
    };
  }

  /** The credential, not signed, that grants an exception to a learner. */
  public static JsonObject toJson(StackPolicy policy, String learner, Adjustment adjustment) {
    Adjustment.Grant grant = adjustment.grant();
    JsonObject.Builder said =
        JsonObject.builder()
            .put("type", adjustment.getClass().getSimpleName())
            .put("policy", policy.id());
    if (adjustment instanceof Adjustment.Waiver waiver) {
      said.put("rule", waiver.rule());
    } else if (adjustment instanceof Adjustment.Substitution substitution) {
      said.put("holding", substitution.holding()).put("achievement", substitution.achievement());
    } else if (adjustment instanceof Adjustment.Block block) {
      said.put("holding", block.holding());
      block.rule().ifPresent(rule -> said.put("rule", rule));
    } else if (adjustment instanceof Adjustment.Insert insert) {
      said.put("holding", insert.holding()).put("rule", insert.rule());
    }
    JsonObject.Builder json =
        JsonObject.builder()
            .put(
                "@context",
                JsonArray.ofStrings(List.of("https://www.w3.org/ns/credentials/v2", CONTEXT)))
            .put("type", JsonArray.ofStrings(List.of("VerifiableCredential", TYPE)))
            .put("issuer", grant.by())
            .put("validFrom", grant.on().atStartOfDay().toInstant(ZoneOffset.UTC).toString());
    grant
        .until()
        .map(until -> until.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(1))
        .ifPresent(end -> json.put("validUntil", end.toString()));
    return json.put(
            "credentialSubject",
            JsonObject.builder()
                .put("id", learner)
                .put(MEMBER, said.put("why", grant.why()).build())
                .build())
        .build();
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String text(JsonObject json, String name) {
    return json.string(name).orElseThrow();
  }

  private static GrantedException refused(String code, String message) {
    return new GrantedException(
        Optional.empty(), Findings.failed(new Violation(code, POINTER, message)));
  }
}

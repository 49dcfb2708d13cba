package org.microcred.verify.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.stacking.Decision;
import org.microcred.verify.AuditReport;
import org.microcred.verify.Check;
import org.microcred.verify.DecisionRecord;
import org.microcred.verify.Problem;
import org.microcred.verify.StackRequest;

/**
 * Asks the seven questions about the award of a stack in their order, and decides which answers
 * leave nothing to ask.
 */
public final class Audit {
  /** What has to pass for a badge to be its issuer's, whether or not it still stands. */
  private static final Set<Check.Id> AUTHENTIC =
      Set.of(
          Check.Id.STRUCTURE,
          Check.Id.CONTEXT,
          Check.Id.KEY,
          Check.Id.PROOF,
          Check.Id.ISSUER,
          Check.Id.TRUST);

  private final Map<AuditReport.Id, AuditReport.Answer> answers =
      new EnumMap<>(AuditReport.Id.class);
  private final StackRequest request;
  private final Settings settings;
  private final Outline badge;
  private Optional<DecisionRecord> record = Optional.empty();
  private Optional<Decision> decisionNow = Optional.empty();

  private Audit(SecuredCredential badge, StackRequest request, Settings settings, Instant now) {
    this.request = request;
    this.settings = settings;
    this.badge = Pipeline.run(badge, Optional.of(request.recipient()), new Session(settings, now));
  }

  /** Audits a badge against the record that it should name. */
  public static AuditOutline run(
      SecuredCredential badge,
      byte[] record,
      StackRequest request,
      Settings settings,
      Instant now) {
    Audit audit = new Audit(badge, request, settings, now);
    audit.ask(record);
    return new AuditOutline(audit.badge, audit.inOrder(), audit.record, audit.decisionNow);
  }

  private void ask(byte[] bytes) {
    if (!put(AuditReport.Id.AWARD, award(), "")) {
      return;
    }
    AchievementCredential award = (AchievementCredential) badge.credential().orElseThrow();
    boolean named = put(AuditReport.Id.RECORD, record(award, bytes), "");
    if (!named) {
      record = Optional.empty();
      put(AuditReport.Id.HOLDER, badgeHolder(), "");
      return;
    }
    DecisionRecord known = record.orElseThrow();
    AuditComponents components = AuditComponents.of(known, request, settings, badge.verifiedAt());
    boolean asked = put(AuditReport.Id.POLICY, policy(award, known), "");
    asked &= put(AuditReport.Id.HOLDER, holder(known).and(components.holders()), "");
    asked &= put(AuditReport.Id.COMPONENTS, components.findings(), components.said());
    if (asked) {
      AuditDecisions decisions = new AuditDecisions(known, request, components);
      put(AuditReport.Id.THEN, decisions.then(), "decided again as of " + known.at());
      put(AuditReport.Id.NOW, decisions.now(badge), "decided as of " + badge.verifiedAt());
      decisionNow = decisions.decisionNow();
    }
  }

  private Findings award() {
    Findings findings = Findings.none();
    for (Check check : badge.checks()) {
      if (AUTHENTIC.contains(check.id()) && check.outcome() != Check.Outcome.PASSED) {
        Violation violation =
            violation(
                "audit.badge-not-verified",
                "the check " + check.id().key() + " of the badge did not pass; see its report");
        findings =
            findings.and(
                check.outcome() == Check.Outcome.FAILED
                    ? Findings.failed(violation)
                    : Findings.unknown(violation));
      }
    }
    if (!findings.passed()) {
      return findings;
    }
    return badge.credential().orElseThrow() instanceof AchievementCredential award
            && AwardLinks.records(award).size() == 1
        ? Findings.none()
        : failed("audit.not-a-stack", "the badge does not name one decision record");
  }

  private Findings record(AchievementCredential award, byte[] bytes) {
    DecisionRecord read;
    try {
      read = DecisionRecord.parse(bytes);
    } catch (InvalidDocumentException e) {
      return Findings.of(e.violations());
    }
    String named = AwardLinks.records(award).get(0);
    if (!named.equals(read.digest())) {
      return failed(
          "audit.record-digest",
          "this is not the record that the badge names, or it was altered: the digest of its"
              + " canonical form is "
              + read.digest());
    }
    record = Optional.of(read);
    return AwardLinks.components(award).equals(read.components())
        ? Findings.none()
        : failed("audit.record-components", "badge and record name different components");
  }

  private Findings policy(AchievementCredential award, DecisionRecord known) {
    Optional<String> digest = Optional.empty();
    try {
      digest = Optional.of(Digests.ofCanonical(request.policy().toJson()));
    } catch (IllegalArgumentException e) {
      // No record names a policy without a digest.
    }
    if (!digest.equals(Optional.of(known.policyDigest()))) {
      boolean sameName =
          request.policy().id().equals(known.policyId())
              && request.policy().version().equals(known.policyVersion());
      return failed(
          "audit.policy-digest",
          sameName
              ? "the policy was changed since: it has the id and the version of the record, and"
                  + " another digest"
              : "this is another policy, or another version, than the record names");
    }
    return award.subject().achievement().id().equals(request.policy().award().id())
        ? Findings.none()
        : failed(
            "audit.other-award", "the badge is for another achievement than the policy awards");
  }

  private Findings badgeHolder() {
    return badge.check(Check.Id.RECIPIENT).outcome() == Check.Outcome.PASSED
        ? Findings.none()
        : failed("audit.other-holder", "the badge is about somebody else");
  }

  private Findings holder(DecisionRecord known) {
    return badgeHolder()
        .and(
            known.isAbout(request.recipient())
                ? Findings.none()
                : failed("audit.other-holder", "the record is about somebody else"));
  }

  /** Writes an answer down; whether it is a yes. */
  private boolean put(AuditReport.Id id, Findings findings, String reason) {
    Answer answer = Answer.of(findings, reason);
    List<Problem> problems =
        Stream.concat(findings.failures().stream(), findings.unknowns().stream())
            .map(Problem::of)
            .toList();
    answers.put(
        id,
        new AuditReport.Answer(
            id,
            answer.outcome(),
            answer.passed() ? reason : "",
            problems,
            findings.warnings().stream().map(Problem::of).toList()));
    return answer.passed();
  }

  private List<AuditReport.Answer> inOrder() {
    List<AuditReport.Answer> all = new ArrayList<>();
    Set<AuditReport.Id> open = new TreeSet<>();
    for (AuditReport.Id id : AuditReport.Id.values()) {
      AuditReport.Answer given = answers.get(id);
      if (given != null && given.outcome() != Check.Outcome.PASSED) {
        open.add(id);
      }
      all.add(
          given != null
              ? given
              : new AuditReport.Answer(
                  id,
                  Check.Outcome.SKIPPED,
                  "not asked, because of " + keys(open),
                  List.of(),
                  List.of()));
    }
    return List.copyOf(all);
  }

  private static String keys(Set<AuditReport.Id> ids) {
    return String.join(", ", ids.stream().map(AuditReport.Id::key).toList());
  }

  static Violation violation(String code, String message) {
    return new Violation(code, JsonPointer.ROOT, message);
  }

  static Findings failed(String code, String message) {
    return Findings.failed(violation(code, message));
  }

  static Findings unknown(String code, String message) {
    return Findings.unknown(violation(code, message));
  }

  static Findings warned(String code, String message) {
    return Findings.warned(violation(code, message));
  }
}

package org.microcred.verify.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.status.StatusList;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.Check;
import org.microcred.verify.StatusPolicy;

/**
 * The status lists of one top-level call: each is asked for, verified and inflated once, however
 * many credentials inside refer to it.
 */
final class StatusLists {
  /** How many lists of the largest size one call may inflate. */
  private static final int INFLATED_LISTS = 2;

  /** What decides whether a list credential is what its issuer says now. */
  private static final Set<Check.Id> NEEDED =
      Set.of(
          Check.Id.STRUCTURE,
          Check.Id.CONTEXT,
          Check.Id.KEY,
          Check.Id.PROOF,
          Check.Id.ISSUER,
          Check.Id.VALIDITY);

  private final Session session;
  private final Map<Object, Kept<?>> kept = new HashMap<>();
  private long inflated;
  private int level;

  StatusLists(Session session) {
    this.session = session;
  }

  /** What came of a question that is asked once: an answer, or why there is none. */
  private record Kept<T>(Optional<T> answer, Optional<StatusOpenException> open) {}

  /** A question whose answer is kept. */
  interface Question<T> {
    T ask() throws StatusOpenException;
  }

  private static final Duration UNLIMITED = Duration.ofDays(365);

  /** The key of a kept answer. */
  private record Key(String kind, String url, int level) {}

  StatusPolicy policy() {
    return session.settings().status();
  }

  /** Whether what is verified now is a list. */
  boolean isListVerified() {
    return level > 0;
  }

  /** A list has a status of its own at most, and its list none. */
  boolean isTooDeep() {
    return level > 1;
  }

  /** Asks a question about a list once. */
  @SuppressWarnings("unchecked") // the kind of question decides about the type of the answer
  <T> T once(String kind, String url, Question<T> question) throws StatusOpenException {
    Key key = new Key(kind, url, level);
    Kept<T> known = (Kept<T>) kept.get(key);
    if (known == null) {
      known = keep(question);
      kept.put(key, known);
    }
    if (known.open().isPresent()) {
      throw known.open().get();
    }
    return known.answer().orElseThrow();
  }

  private static <T> Kept<T> keep(Question<T> question) {
    try {
      return new Kept<>(Optional.of(question.ask()), Optional.empty());
    } catch (StatusOpenException e) {
      return new Kept<>(Optional.empty(), Optional.of(e));
    }
  }

  /** The document at a URL. */
  LoadedDocument document(String url) throws StatusOpenException {
    try {
      return session
          .load(new URI(url))
          .orElseThrow(() -> open("status.unavailable", url, "the loader does not have it"));
    } catch (URISyntaxException e) {
      throw open("status.malformed", url, "its address is no URL");
    } catch (IOException e) {
      Violation why = Session.unavailable("status.unavailable", JsonPointer.ROOT, e);
      throw open(why.code(), url, why.message());
    }
  }

  /** A list credential that is authentic and in force. Whether its issuer counts is not asked. */
  record Believed(Credential credential, LoadedDocument.Source source) {}

  Believed credential(String url) throws StatusOpenException {
    return once("credential", url, () -> verified(url));
  }

  private Believed verified(String url) throws StatusOpenException {
    LoadedDocument document = document(url);
    Outline outline;
    level++;
    try {
      outline = Pipeline.judge(SecuredCredential.of(document.content()), Optional.empty(), session);
    } finally {
      level--;
    }
    for (Check check : outline.checks()) {
      boolean passed =
          check.outcome() == Check.Outcome.PASSED
              || (check.id() == Check.Id.STATUS
                  && check.cause().equals(Optional.of(Check.Cause.NOT_APPLICABLE)));
      if (!passed && (NEEDED.contains(check.id()) || check.id() == Check.Id.STATUS)) {
        throw notVerified(url, check);
      }
    }
    return new Believed(outline.credential().orElseThrow(), document.source());
  }

  private static StatusOpenException notVerified(String url, Check check) {
    String why =
        check.problems().stream()
            .map(problem -> problem.detail() + " [" + problem.code() + "]")
            .findFirst()
            .orElse(check.reason());
    return open(
        "status.list-not-verified",
        url,
        "its own check " + check.id().key() + " did not pass: " + SafeText.of(why));
  }

  /** A reading of a list's bits, within so many bytes. */
  interface Inflation {
    StatusList within(int maxBytes) throws InvalidDocumentException;
  }

  /** The bits of a list of that kind. All lists of a call together are bounded, too. */
  StatusList bits(String kind, String url, Inflation inflation) throws StatusOpenException {
    return once("bits of " + kind, url, () -> inflate(url, inflation));
  }

  private StatusList inflate(String url, Inflation inflation) throws StatusOpenException {
    int one = session.settings().limits().statusListBytes();
    long left = (long) one * INFLATED_LISTS - inflated;
    try {
      StatusList list = inflation.within((int) Math.min(one, left));
      inflated += list.size();
      return list;
    } catch (InvalidDocumentException e) {
      throw StatusOpenException.list(url, e);
    }
  }

  /** Who may publish a list about credentials of this issuer. */
  boolean mayPublish(String publisher, String issuer) {
    return publisher.equals(issuer) || policy().listIssuers().contains(publisher);
  }

  StatusOpenException foreign(String url, String publisher, String issuer) {
    return open(
        "status.list-issuer",
        url,
        "it is of "
            + SafeText.quote(publisher)
            + ", not of the issuer "
            + SafeText.quote(issuer)
            + "; name it in the status policy when it may publish this issuer's lists");
  }

  /**
   * A list that was believed may be kept as long as it says. A copy that was supplied may be older
   * than its issuer wants copies to be.
   */
  Findings age(
      String url,
      LoadedDocument.Source source,
      Optional<Instant> made,
      Optional<Instant> until,
      Optional<Duration> timeToLive) {
    Duration atMost = timeToLive.orElse(UNLIMITED);
    Duration left = until.map(end -> Duration.between(session.now(), end)).orElse(UNLIMITED);
    session.provedRight(URI.create(url), left.compareTo(atMost) < 0 ? left : atMost);
    boolean isOld =
        source == LoadedDocument.Source.SUPPLIED
            && made.isPresent()
            && timeToLive.isPresent()
            && Duration.between(made.get(), session.now()).compareTo(timeToLive.get()) > 0;
    return isOld
        ? Findings.warned(
            new Violation(
                "status.stale",
                JsonPointer.ROOT,
                StatusOpenException.about(url)
                    + "the copy at hand is of "
                    + made.get()
                    + ", and copies should be replaced after "
                    + timeToLive.get()))
        : Findings.none();
  }

  static StatusOpenException open(String code, String url, String message) {
    return new StatusOpenException(code, StatusOpenException.about(url) + message);
  }

  static Findings failed(String code, String message) {
    return new Findings(
        List.of(new Violation(code, JsonPointer.ROOT, message)), List.of(), List.of());
  }
}

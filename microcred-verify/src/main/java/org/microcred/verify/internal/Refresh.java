package org.microcred.verify.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.RefreshService;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.Check;
import org.microcred.verify.Problem;
import org.microcred.verify.Recipient;

/**
 * The newer version of a credential that its refresh service has (VC 2.0 §5.4, {@code
 * 1EdTechCredentialRefresh}): asked for once, when the caller wants it and the one that came is its
 * issuer's.
 */
final class Refresh {
  private static final String TYPE = "1EdTechCredentialRefresh";
  private static final String AVAILABLE = "refresh.available";
  private static final JsonPointer PLACE = JsonPointer.ROOT.child("refreshService");

  /** What makes a version the issuer's own words. */
  private static final Set<Check.Id> NEEDED =
      Set.of(Check.Id.STRUCTURE, Check.Id.CONTEXT, Check.Id.KEY, Check.Id.PROOF, Check.Id.ISSUER);

  private final Outline came;
  private final Credential credential;
  private final Session session;

  private Refresh(Outline came, Credential credential, Session session) {
    this.came = came;
    this.credential = credential;
    this.session = session;
  }

  /** {@return the report on the newer version, or on the one that came} */
  static Outline of(Outline came, Optional<Recipient> recipient, Session session) {
    Optional<String> service =
        came.credential().filter(credential -> isIssuers(came)).flatMap(Refresh::service);
    return session.settings().refresh() && service.isPresent()
        ? new Refresh(came, came.credential().get(), session).ask(service.get(), recipient)
        : came;
  }

  private static boolean isIssuers(Outline version) {
    return version.credential().isPresent()
        && NEEDED.stream().allMatch(id -> version.check(id).outcome() == Check.Outcome.PASSED);
  }

  private static Optional<String> service(Credential credential) {
    return credential.refreshServices().stream()
        .filter(service -> service.types().contains(TYPE))
        .findFirst()
        .flatMap(RefreshService::id);
  }

  private Outline ask(String url, Optional<Recipient> recipient) {
    Outline other;
    try {
      LoadedDocument document =
          session
              .load(new URI(url))
              .orElseThrow(() -> new IOException("the loader does not have it"));
      Inspection inspection =
          Inspection.open(SecuredCredential.of(document.content()), session.inspection());
      other = Pipeline.run(inspection, recipient, 0, session);
    } catch (URISyntaxException e) {
      return failed("it is no URL", Optional.empty());
    } catch (IOException e) {
      return failed(Session.why(e), Optional.empty());
    } catch (InvalidDocumentException e) {
      return failed("it answered with no credential", Optional.empty());
    }
    Optional<String> refusal = refusal(other);
    return refusal.isPresent()
        ? failed(refusal.get(), Optional.of(other))
        : joined(other, without(other.checks(), Optional.empty()), Optional.of(plain(came)));
  }

  /** Why the other version does not count in place of the one that came. */
  private Optional<String> refusal(Outline other) {
    if (!isIssuers(other)) {
      return Optional.of("the newer version is not its issuer's");
    }
    Credential newer = other.credential().orElseThrow();
    if (!newer.issuer().id().equals(credential.issuer().id())) {
      return Optional.of("the newer version has another issuer");
    }
    if (credential.id().isEmpty() || !newer.id().equals(credential.id())) {
      return Optional.of("the newer version does not have the same id");
    }
    if (!subjects(newer).equals(subjects(credential))) {
      return Optional.of("the newer version is about another subject");
    }
    boolean isOlder =
        credential.validFrom().isPresent()
            && newer
                .validFrom()
                .filter(from -> !from.isBefore(credential.validFrom().get()))
                .isEmpty();
    return isOlder ? Optional.of("what it has is older") : Optional.empty();
  }

  /** Who each subject is, by id and by identifiers. */
  private static List<JsonObject> subjects(Credential credential) {
    List<JsonObject> subjects = new ArrayList<>();
    for (JsonValue value : credential.json().list("credentialSubject")) {
      JsonObject.Builder who = JsonObject.builder();
      if (value instanceof JsonObject subject) {
        who.putIfPresent("id", subject.string("id").map(JsonString::new));
        who.putIfPresent("identifier", subject.get("identifier"));
      }
      subjects.add(who.build());
    }
    return subjects;
  }

  private Outline failed(String why, Optional<Outline> other) {
    Violation warning =
        new Violation(
            "refresh.failed",
            PLACE,
            "the refresh service gave no version that counts: " + SafeText.of(why));
    return joined(came, without(came.checks(), Optional.of(warning)), other.map(this::plain));
  }

  private Outline plain(Outline version) {
    return joined(version, without(version.checks(), Optional.empty()), Optional.empty());
  }

  /** That a newer version may exist is no news any more. */
  private static List<Check> without(List<Check> checks, Optional<Violation> warning) {
    List<Check> told = new ArrayList<>();
    for (Check check : checks) {
      List<Problem> warnings =
          new ArrayList<>(
              check.warnings().stream().filter(w -> !w.code().equals(AVAILABLE)).toList());
      if (check.id() == Check.Id.STRUCTURE) {
        warning.map(Problem::of).ifPresent(warnings::add);
      }
      told.add(
          new Check(
              check.id(),
              check.outcome(),
              check.required(),
              check.cause(),
              check.reason(),
              check.problems(),
              warnings));
    }
    return told;
  }

  private Outline joined(Outline version, List<Check> checks, Optional<Outline> other) {
    List<Outline.Child> embedded = new ArrayList<>(version.embedded());
    other.ifPresent(outline -> embedded.add(new Outline.Child(PLACE, outline)));
    return new Outline(
        version.verifiedAt(),
        version.form(),
        version.credentialId(),
        checks,
        session.fetched(),
        embedded,
        version.credential());
  }
}

package org.microcred.verify;

import java.security.Provider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyResolver;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.model.Limits;
import org.microcred.stacking.Decision;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;
import org.microcred.verify.internal.Audit;
import org.microcred.verify.internal.Pipeline;
import org.microcred.verify.internal.PresentationPipeline;
import org.microcred.verify.internal.Session;
import org.microcred.verify.internal.Settings;
import org.microcred.verify.internal.Wallet;

/**
 * Decides whether credentials from strangers can be believed.
 *
 * <pre>{@code
 * var verifier = CredentialVerifier.builder(TrustPolicy.issuers("did:web:uni.example")).build();
 * var report = verifier.verify(Files.readAllBytes(file));
 * if (report instanceof VerificationReport.Verified verified) {
 *   hire(verified.credential());
 * } else {
 *   System.err.println(report.explain());
 * }
 * }</pre>
 *
 * <p><b>Guarantees.</b> Whatever the input, {@code verify} returns a report and does not throw;
 * what a plugged-in policy, resolver or loader throws becomes "could not find out". No document is
 * asked for but through the given {@link DocumentLoader}, and by default there is none. A {@link
 * VerificationReport.Verified} means that structure, context, key and proof passed; for a hosted
 * Open Badges 2.0 assertion there is no key, and its host is the proof.
 *
 * <p>Immutable and thread-safe; build one and keep it. {@link Bulk} asks it about very many
 * credentials.
 */
public final class CredentialVerifier {
  private final Settings settings;
  private final Clock clock;

  private CredentialVerifier(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * {@return a builder with the strictest settings}
   *
   * @param trust whom to believe
   */
  public static Builder builder(TrustPolicy trust) {
    return new Builder(Objects.requireNonNull(trust, "trust"));
  }

  /**
   * {@return the report on a document in any wire form}
   *
   * @param document untrusted bytes
   */
  public VerificationReport verify(byte[] document) {
    return verify(SecuredCredential.of(Objects.requireNonNull(document, "document")));
  }

  /**
   * {@return the report on a document in any wire form that is text}
   *
   * @param document untrusted text
   */
  public VerificationReport verify(String document) {
    return verify(SecuredCredential.of(Objects.requireNonNull(document, "document")));
  }

  /**
   * {@return the report on a credential}
   *
   * @param credential its wire form
   */
  public VerificationReport verify(SecuredCredential credential) {
    return Reports.of(
        Pipeline.run(
            Objects.requireNonNull(credential, "credential"), Optional.empty(), session()));
  }

  /**
   * {@return the report on a document in any wire form that should be about one person}
   *
   * @param document untrusted bytes
   * @param recipient the person
   */
  public VerificationReport verify(byte[] document, Recipient recipient) {
    return verify(SecuredCredential.of(Objects.requireNonNull(document, "document")), recipient);
  }

  /**
   * {@return the report on a document in any wire form that is text and should be about one person}
   *
   * @param document untrusted text
   * @param recipient the person
   */
  public VerificationReport verify(String document, Recipient recipient) {
    return verify(SecuredCredential.of(Objects.requireNonNull(document, "document")), recipient);
  }

  /**
   * {@return the report on a credential that should be about one person}
   *
   * @param credential its wire form
   * @param recipient the person
   */
  public VerificationReport verify(SecuredCredential credential, Recipient recipient) {
    return Reports.of(
        Pipeline.run(
            Objects.requireNonNull(credential, "credential"),
            Optional.of(Objects.requireNonNull(recipient, "recipient")),
            session()));
  }

  /**
   * {@return the report on a presentation in any wire form, and on every credential in it}
   *
   * @param presentation untrusted bytes
   * @param request what the holder was asked for
   */
  public PresentationReport verifyPresentation(byte[] presentation, PresentationRequest request) {
    return verifyPresentation(
        SecuredPresentation.of(Objects.requireNonNull(presentation, "presentation")), request);
  }

  /**
   * {@return the report on a presentation in any wire form that is text, and on every credential in
   * it}
   *
   * @param presentation untrusted text
   * @param request what the holder was asked for
   */
  public PresentationReport verifyPresentation(String presentation, PresentationRequest request) {
    return verifyPresentation(
        SecuredPresentation.of(Objects.requireNonNull(presentation, "presentation")), request);
  }

  /**
   * {@return the report on a presentation, and on every credential in it}
   *
   * @param presentation its wire form
   * @param request what the holder was asked for
   */
  public PresentationReport verifyPresentation(
      SecuredPresentation presentation, PresentationRequest request) {
    return Reports.of(
        PresentationPipeline.run(
            Objects.requireNonNull(presentation, "presentation"),
            Objects.requireNonNull(request, "request").expected(),
            session()));
  }

  /**
   * Decides whether a person's credentials earn a larger award.
   *
   * <p>Only credentials whose structure, context, key, proof, issuer, recipient and trust passed
   * become holdings; their validity and status are facts that the policy judges. The others are
   * listed as unverified, without their claims. Exceptions to the policy and awards of other stacks
   * may lie among them: see {@link StackRequest}.
   *
   * @param policy the rules of the award
   * @param recipient the person, by every id that is known to be theirs
   * @param wallet the credentials, in any wire form
   * @return the decision with the report of every credential
   */
  public StackReport verifyStack(
      StackPolicy policy, Recipient recipient, Collection<SecuredCredential> wallet) {
    return verifyStack(StackRequest.of(policy, recipient, wallet));
  }

  /**
   * Decides whether a person's credentials earn a larger award, as {@link #verifyStack(StackPolicy,
   * Recipient, Collection)} does.
   *
   * @param request the policy, the person, the credentials and the values of parameters
   * @return the decision with the report of every credential
   * @throws IllegalArgumentException when the request lacks what the policy cannot do without: a
   *     parameter, a value that fits it, or a competency framework
   */
  public StackReport verifyStack(StackRequest request) {
    Objects.requireNonNull(request, "request");
    Instant now = now();
    List<Wallet.Item> items = Wallet.verify(request, settings, now);
    StackCase stackCase = Wallet.stackCase(items, request, now);
    Decision decision = request.policy().decide(stackCase);
    List<StackReport.Entry> entries =
        items.stream()
            .map(
                item ->
                    new StackReport.Entry(
                        item.digest(), Reports.of(item.outline()), item.isSeen(), item.problems()))
            .toList();
    return new StackReport(request, stackCase, decision, entries);
  }

  /**
   * Audits the badge of a stack: did the award hold when it was decided, and does it hold now?
   *
   * <p>Badge and components are verified again, and the award is decided again: as of the instant
   * of the record, with the validity of that instant and the status that the record tells of each
   * credential, and as of now. The parameters and the starting day of the request do not count;
   * those of the record do.
   *
   * @param badge the badge, as its issuer signed it
   * @param record untrusted bytes: the decision record that the badge should name
   * @param request the policy, the person, and at least the components of the award; with
   *     everything that was handed in then, the decision is compared more strictly
   * @return the report
   */
  public AuditReport auditStack(SecuredCredential badge, byte[] record, StackRequest request) {
    return new AuditReport(
        Audit.run(
            Objects.requireNonNull(badge, "badge"),
            Objects.requireNonNull(record, "record"),
            Objects.requireNonNull(request, "request"),
            settings,
            now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Session session() {
    return new Session(settings, now());
  }

  /** Collects settings. Not thread-safe. */
  public static final class Builder {
    private static final Set<Check.Id> NEVER_ADVISORY =
        Set.of(Check.Id.STRUCTURE, Check.Id.CONTEXT, Check.Id.KEY, Check.Id.PROOF);
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    private final TrustPolicy trust;
    private DocumentLoader documents = DocumentLoader.none();
    private Optional<KeyResolver> keys = Optional.empty();
    private Limits limits = Limits.defaults();
    private Duration clockSkew = Duration.ofMinutes(1);
    private final EnumSet<Check.Id> advisory = EnumSet.noneOf(Check.Id.class);
    private boolean requireSchemas;
    private boolean refresh;
    private EmbeddedChecks embedded = EmbeddedChecks.AUTHENTICITY;
    private StatusPolicy status = StatusPolicy.strict();
    private EvidencePolicy evidence = EvidencePolicy.any();
    private Optional<Provider> provider = Optional.empty();
    private Optional<VerificationListener> listener = Optional.empty();
    private Clock clock = Clock.systemUTC();

    private Builder(TrustPolicy trust) {
      this.trust = trust;
    }

    /**
     * Sets where documents come from: DID documents, schemas, contexts that are not bundled. None
     * by default.
     *
     * @param loader the only door out
     * @return this builder
     */
    public Builder documents(DocumentLoader loader) {
      this.documents = Objects.requireNonNull(loader, "loader");
      return this;
    }

    /**
     * Sets how keys are found. By default {@code did:key} and {@code did:jwk} by themselves, {@code
     * did:web} and https controller documents through {@link #documents}.
     *
     * @param resolver finds controller documents
     * @return this builder
     */
    public Builder keys(KeyResolver resolver) {
      this.keys = Optional.of(Objects.requireNonNull(resolver, "resolver"));
      return this;
    }

    /**
     * Sets how much of a document is looked at.
     *
     * @param newLimits the limits
     * @return this builder
     */
    public Builder limits(Limits newLimits) {
      this.limits = Objects.requireNonNull(newLimits, "newLimits");
      return this;
    }

    /**
     * Sets how far clocks may differ; 60 s by default.
     *
     * @param skew 0 to 300 s
     * @return this builder
     */
    public Builder clockSkew(Duration skew) {
      Objects.requireNonNull(skew, "skew");
      if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
        throw new IllegalArgumentException("skew is not between 0 and 300 seconds");
      }
      this.clockSkew = skew;
      return this;
    }

    /**
     * Takes checks out of the verdict. They are run and reported all the same.
     *
     * @param ids which; structure, context, key and proof always count
     * @return this builder
     */
    public Builder advisory(Check.Id... ids) {
      for (Check.Id id : ids) {
        if (NEVER_ADVISORY.contains(id)) {
          throw new IllegalArgumentException("ids: " + id.key() + " always counts");
        }
        advisory.add(id);
      }
      return this;
    }

    /**
     * Makes a schema that a credential names and that cannot be had count as not found out, rather
     * than as a warning.
     *
     * @return this builder
     */
    public Builder requireSchemas() {
      this.requireSchemas = true;
      return this;
    }

    /**
     * Asks the refresh service that a credential names ({@code 1EdTechCredentialRefresh}) for a
     * newer version, once, when everything up to its issuer passed.
     *
     * <p>The newer version is judged in place of the one that came when it has the same issuer, id
     * and subject, is not older, and passes as far; otherwise the one that came is judged, with the
     * warning {@code refresh.failed}. The report of the other version stands among {@link
     * Report#embedded()}, at {@code /refreshService}. Without this, {@code refresh.available} tells
     * that there may be one. Credentials inside others are not refreshed.
     *
     * @return this builder
     */
    public Builder refresh() {
      this.refresh = true;
      return this;
    }

    /**
     * Sets which checks of credentials inside others decide about the whole; {@link
     * EmbeddedChecks#AUTHENTICITY} unless set.
     *
     * @param checks which
     * @return this builder
     */
    public Builder embedded(EmbeddedChecks checks) {
      this.embedded = Objects.requireNonNull(checks, "checks");
      return this;
    }

    /**
     * Sets what evidence is wanted; {@link EvidencePolicy#any()} unless set.
     *
     * @param policy what has to be behind a badge
     * @return this builder
     */
    public Builder evidence(EvidencePolicy policy) {
      this.evidence = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets which status lists are believed; {@link StatusPolicy#strict()} unless set.
     *
     * @param policy the policy
     * @return this builder
     */
    public Builder status(StatusPolicy policy) {
      this.status = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Sets the JCA provider of signatures; by default Java chooses.
     *
     * @param jca a provider, which may be faster than Java's own
     * @return this builder
     */
    public Builder provider(Provider jca) {
      this.provider = Optional.of(Objects.requireNonNull(jca, "jca"));
      return this;
    }

    /**
     * Sets who is told what the verifier does, for metrics and tracing; nobody by default.
     *
     * @param newListener the listener
     * @return this builder
     */
    public Builder listener(VerificationListener newListener) {
      this.listener = Optional.of(Objects.requireNonNull(newListener, "newListener"));
      return this;
    }

    /**
     * Sets the clock that tells the instant of a verification; the system's by default.
     *
     * @param newClock the clock
     * @return this builder
     */
    public Builder clock(Clock newClock) {
      this.clock = Objects.requireNonNull(newClock, "newClock");
      return this;
    }

    /** {@return the verifier} */
    public CredentialVerifier build() {
      return new CredentialVerifier(
          new Settings(
              trust,
              documents,
              keys,
              limits,
              clockSkew,
              Set.copyOf(advisory),
              requireSchemas,
              refresh,
              embedded,
              status,
              evidence,
              provider,
              listener),
          clock);
    }
  }
}

package org.microcred.verify.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.AchievementCredential;
import org.microcred.stacking.Adjustment;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;
import org.microcred.stacking.StackCase;
import org.microcred.stacking.StackPolicy;
import org.microcred.stacking.UnverifiedHolding;
import org.microcred.verify.Check;
import org.microcred.verify.Problem;
import org.microcred.verify.StackRequest;

/**
 * A person's credentials on their way into the stacking engine.
 *
 * <p>A credential becomes a holding when its structure, context, key, proof, issuer, recipient and
 * trust passed. Validity and status become facts, which the policy judges. Of any other credential
 * the engine sees a digest and the check that did not pass. An exception to the policy that passed
 * the same checks becomes an adjustment, and an award of another stack says which holdings it used.
 */
public final class Wallet {
  private static final List<Check.Id> NEEDED =
      List.of(
          Check.Id.STRUCTURE,
          Check.Id.CONTEXT,
          Check.Id.KEY,
          Check.Id.PROOF,
          Check.Id.ISSUER,
          Check.Id.RECIPIENT,
          Check.Id.TRUST);

  private Wallet() {}

  /**
   * One verified or refused credential.
   *
   * @param digest the SHA-256 of its wire form
   * @param refusedBy the check that keeps it from the engine
   * @param exception what it grants, when it is an exception to a policy
   */
  public record Item(
      String digest,
      Outline outline,
      Optional<Check.Id> refusedBy,
      Optional<GrantedException> exception) {
    /** The badge that the engine may see; a credential of another kind is no holding. */
    Optional<AchievementCredential> badge() {
      return refusedBy.isEmpty()
              && outline.credential().orElseThrow() instanceof AchievementCredential badge
          ? Optional.of(badge)
          : Optional.empty();
    }

    /** Whether the engine gets to see it. */
    public boolean isSeen() {
      return badge().isPresent() || exception.flatMap(GrantedException::adjustment).isPresent();
    }

    /** What is wrong with an exception that verified. */
    public List<Problem> problems() {
      return exception.stream()
          .flatMap(granted -> granted.findings().failures().stream())
          .map(Problem::of)
          .toList();
    }

    /** Whether the issuer stands by it. */
    Holding.Status status() {
      return Wallet.status(outline.check(Check.Id.STATUS));
    }
  }

  /** Verifies every credential, each with budgets of its own, all at one instant. */
  public static List<Item> verify(StackRequest request, Settings settings, Instant now) {
    List<Item> items = new ArrayList<>();
    for (SecuredCredential secured : request.wallet()) {
      Outline outline =
          Pipeline.run(secured, Optional.of(request.recipient()), new Session(settings, now));
      items.add(item(outline, request.policy(), Digests.of(secured.toBytes())));
    }
    return List.copyOf(items);
  }

  private static Item item(Outline outline, StackPolicy policy, String digest) {
    Optional<Check.Id> refusedBy = refusal(outline.checks());
    Optional<GrantedException> exception =
        refusedBy.isEmpty() && GrantedException.is(outline.credential().orElseThrow())
            ? Optional.of(GrantedException.of(outline.credential().orElseThrow(), policy, digest))
            : Optional.empty();
    Holding.Status status = status(outline.check(Check.Id.STATUS));
    boolean withdrawn =
        exception
            .flatMap(GrantedException::adjustment)
            .filter(granted -> !stands(granted, status))
            .isPresent();
    return withdrawn
        ? new Item(digest, outline, Optional.of(Check.Id.STATUS), Optional.empty())
        : new Item(digest, outline, refusedBy, exception);
  }

  /** What helps must be known to stand; what stands against somebody, not to be withdrawn. */
  private static boolean stands(Adjustment granted, Holding.Status status) {
    return status == Holding.Status.ACTIVE
        || (status == Holding.Status.UNKNOWN && granted instanceof Adjustment.Block);
  }

  /** What the engine gets to see. */
  public static StackCase stackCase(List<Item> items, StackRequest request, Instant now) {
    return stackCase(items, request, now, Item::status);
  }

  /** What the engine gets to see, by what is said of the status of each credential. */
  static StackCase stackCase(
      List<Item> items, StackRequest request, Instant now, Function<Item, Holding.Status> status) {
    StackCase.Builder builder = StackCase.builder(now);
    request.parameters().forEach(builder::parameter);
    request.started().ifPresent(builder::started);
    request.frameworks().forEach(builder::framework);
    EarlierAwards earlier = EarlierAwards.of(items, request.earlier(), status);
    for (Item item : items) {
      item.exception().flatMap(GrantedException::adjustment).ifPresent(builder::adjustment);
      item.refusedBy()
          .ifPresent(
              check -> builder.unverified(new UnverifiedHolding(item.digest(), check.key())));
      item.badge()
          .ifPresent(
              badge -> {
                HoldingBuilder holding =
                    Holding.of(badge).toBuilder().digest(item.digest()).status(status.apply(item));
                earlier.using(item.digest()).forEach(holding::usedIn);
                builder.holding(holding.build());
              });
    }
    return builder.build();
  }

  /** The first check that keeps a credential out. */
  static Optional<Check.Id> refusal(List<Check> checks) {
    return checks.stream()
        .filter(check -> NEEDED.contains(check.id()) && !holds(check))
        .map(Check::id)
        .findFirst();
  }

  /** Contexts do not apply to a credential that has none. */
  private static boolean holds(Check check) {
    return check.outcome() == Check.Outcome.PASSED
        || (check.id() == Check.Id.CONTEXT
            && check.cause().equals(Optional.of(Check.Cause.NOT_APPLICABLE)));
  }

  static Holding.Status status(Check check) {
    return switch (check.outcome()) {
      case PASSED -> Holding.Status.ACTIVE;
      case SKIPPED ->
          check.cause().equals(Optional.of(Check.Cause.BLOCKED))
              ? Holding.Status.UNKNOWN
              : Holding.Status.ACTIVE;
      case FAILED -> isSuspended(check) ? Holding.Status.SUSPENDED : Holding.Status.REVOKED;
      case UNDETERMINED -> Holding.Status.UNKNOWN;
    };
  }

  /** Nothing worse than a suspension. */
  private static boolean isSuspended(Check status) {
    return status.problems().stream().map(Problem::code).anyMatch("status.suspended"::equals)
        && status.problems().stream()
            .map(Problem::code)
            .noneMatch(code -> code.equals("status.revoked") || code.equals("status.not-valid"));
  }
}

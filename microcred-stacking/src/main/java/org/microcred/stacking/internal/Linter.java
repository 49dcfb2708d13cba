package org.microcred.stacking.internal;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.microcred.model.Alignment;
import org.microcred.stacking.Bound;
import org.microcred.stacking.DistinctBy;
import org.microcred.stacking.Filter;
import org.microcred.stacking.HeldAlignment;
import org.microcred.stacking.Lint;
import org.microcred.stacking.Lint.Code;
import org.microcred.stacking.Lint.Finding;
import org.microcred.stacking.Part;
import org.microcred.stacking.Rule;
import org.microcred.stacking.ValueTest;

/** Looks at a policy as its author should. */
public final class Linter {
  /** More than enough for policies that people write. */
  private static final long WORK = 5_000_000;

  /** With fewer components an award is not a stack. */
  private static final int FEW = 3;

  private final PolicyDocument document;
  private final CompiledPolicy policy;
  private final Imagined imagined;
  private final List<Finding> findings = new ArrayList<>();

  private Linter(PolicyDocument document) {
    this.document = document;
    Budget budget = new Budget(WORK);
    policy = CompiledPolicy.of(bare(document), List.of(), covers(document.rule()));
    imagined = new Imagined(policy, budget);
  }

  /**
   * {@return advice on a policy}
   *
   * @param document the policy; parameters without a value have made up ones
   */
  public static Lint lint(PolicyDocument document) {
    Linter linter = new Linter(document);
    linter.policy.leaves.forEach(linter::leaf);
    linter.whole();
    return new Lint(linter.findings, new Costs(linter.policy, linter.imagined, document).all());
  }

  /** What is accepted and what is optional is asked as filters, one at a time. */
  private static PolicyDocument bare(PolicyDocument document) {
    return new PolicyDocument(
        document.id(),
        document.version(),
        document.note(),
        document.award(),
        Filter.ANY,
        document.rule(),
        document.definitions(),
        document.terms(),
        document.template(),
        document.sharing(),
        document.relations(),
        document.divisible(),
        List.of());
  }

  /** Covers ask for what a framework says, which is not at hand. */
  private static Set<String> covers(Rule rule) {
    Set<String> covers = new HashSet<>();
    if (rule instanceof Rule.Cover cover) {
      covers.add(cover.id());
    }
    Rules.inside(rule).forEach(inner -> covers.addAll(covers(inner)));
    return covers;
  }

  private void tell(Code code, String subject, String... details) {
    findings.add(new Finding(code, subject, List.of(details)));
  }

  private void leaf(Leaf leaf) {
    if (leaf.rule() instanceof Rule.Before) {
      return;
    }
    possible(leaf, leaf.id(), leaf.filter());
    different(leaf);
    caps(leaf, leaf.ofWhich(), Filter.ANY, leaf.need());
    policy.portions.stream().filter(p -> p.leaf().equals(leaf)).forEach(this::portion);
    for (Filter optional : document.optional()) {
      Imagined.Question both = question(leaf, leaf.filter(), optional);
      if (!leaf.filter().equals(Filter.ANY) && imagined.exists(both) == Truth.TRUE) {
        tell(Code.OPTIONAL_COULD_SERVE, leaf.id());
        break;
      }
    }
  }

  private void portion(Portion portion) {
    boolean needed =
        portion.part().atLeast().filter(bound -> bound.value().signum() > 0).isPresent();
    if (needed && !portion.isMean()) {
      Filter both = new Filter.AllOf(List.of(portion.leaf().filter(), portion.filter()));
      possible(portion.leaf(), portion.part().id(), both);
    }
  }

  /** What a rule and its sum ask, what the policy accepts, and not what is only told. */
  private Imagined.Question question(Leaf leaf, Filter... wanted) {
    List<Filter> all = new ArrayList<>(List.of(wanted));
    all.add(document.accept());
    return new Imagined.Question(
        all,
        List.of(),
        Optional.of(leaf).filter(l -> l.sum().filter(s -> s.of().fact().isPresent()).isEmpty()));
  }

  private void possible(Leaf leaf, String subject, Filter filter) {
    Imagined.Question question = question(leaf, filter);
    Imagined.Question asked =
        new Imagined.Question(question.wanted(), document.optional(), question.measured());
    if (imagined.exists(asked) != Truth.FALSE) {
      return;
    }
    List<Filter> undated = asked.wanted().stream().map(f -> Imagined.undated(f, true)).toList();
    boolean window =
        !undated.equals(asked.wanted())
            && imagined.exists(
                    new Imagined.Question(undated, document.optional(), Optional.empty()))
                == Truth.TRUE;
    tell(window ? Code.EMPTY_WINDOW : Code.UNSATISFIABLE, subject);
  }

  /** More different achievements or issuers than are named. */
  private void different(Leaf leaf) {
    if (!leaf.counts() || leaf.distinctBy().isEmpty()) {
      return;
    }
    DistinctBy by = leaf.distinctBy().get();
    Optional<Set<String>> names = Optional.empty();
    if (by == DistinctBy.ACHIEVEMENT) {
      names = Named.achievements(leaf.filter());
      if (!document.relations().equivalent().isEmpty()
          || !document.relations().replaces().isEmpty()) {
        return;
      }
    } else if (by == DistinctBy.ISSUER) {
      names = Named.issuers(leaf.filter());
    }
    if (names.isPresent() && names.get().size() < leaf.need()) {
      tell(
          Code.MORE_THAN_THERE_ARE,
          leaf.id(),
          Long.toString(leaf.need()),
          Integer.toString(names.get().size()));
    }
  }

  /** Caps that leave too little, and minima over their caps. */
  private void caps(Leaf leaf, List<Part> parts, Filter outer, long need) {
    List<Filter> capped = new ArrayList<>();
    long most = 0;
    for (Part part : parts) {
      Filter filter = new Filter.AllOf(List.of(outer, part.from()));
      Portion portion = Portion.of(leaf, part, filter, policy.units);
      Optional<Long> cap = absolute(portion, part.atMost(), RoundingMode.FLOOR);
      Optional<Long> least = absolute(portion, part.atLeast(), RoundingMode.CEILING);
      if (cap.isPresent() && portion.isOfRule()) {
        most = Decimals.add(most, cap.get());
        capped.add(filter);
      }
      if (cap.isPresent() && least.isPresent() && least.get() > cap.get()) {
        tell(
            Code.TOTAL_ABOVE_CAPS, part.id(), text(portion, least.get()), text(portion, cap.get()));
      }
      if (portion.isOfRule()) {
        caps(leaf, part.ofWhich(), filter, least.orElse(0L));
      }
    }
    if (most < need && !capped.isEmpty() && isAll(leaf, outer, capped)) {
      Portion any = Portion.of(leaf, parts.get(0), outer, policy.units);
      boolean sum = leaf.sum().isPresent();
      tell(
          Code.TOTAL_ABOVE_CAPS,
          leaf.id(),
          sum ? text(any, need) : Long.toString(need),
          sum ? text(any, most) : Long.toString(most));
    }
  }

  private static String text(Portion portion, long amount) {
    return HoldingJson.decimal(portion.leaf().toDecimal(amount));
  }

  /** Whether everything that counts is under one of some caps. */
  private boolean isAll(Leaf leaf, Filter outer, List<Filter> capped) {
    Imagined.Question question = question(leaf, leaf.filter(), outer);
    return imagined.exists(new Imagined.Question(question.wanted(), capped, question.measured()))
        == Truth.FALSE;
  }

  private Optional<Long> absolute(Portion portion, Optional<Bound> bound, RoundingMode mode) {
    return bound
        .filter(b -> b.of() != Bound.Of.USED && !portion.isMean())
        .map(b -> Limits.absolute(policy, portion, b, mode));
  }

  private void whole() {
    String root = document.rule().id();
    long fewest = covers(document.rule()).isEmpty() ? fewest(policy.root) : FEW;
    if (fewest < FEW) {
      tell(Code.FEW_COMPONENTS, root, Long.toString(fewest));
    }
    Set<String> award =
        document.award().alignments().stream()
            .map(Alignment::targetUrl)
            .collect(Collectors.toSet());
    List<Set<String>> asked = new ArrayList<>();
    for (Leaf leaf : policy.leaves) {
      if (!(leaf.rule() instanceof Rule.Before)) {
        Set<String> here = new HashSet<>(alignments(leaf.filter()));
        here.addAll(alignments(document.accept()));
        asked.add(here);
      }
    }
    boolean thread =
        !asked.isEmpty()
            && !asked.get(0).isEmpty()
            && asked.stream().allMatch(a -> !Collections.disjoint(a, asked.get(0)));
    boolean apart =
        asked.stream().anyMatch(a -> !a.isEmpty())
            && asked.stream().allMatch(a -> Collections.disjoint(a, award));
    if (covers(document.rule()).isEmpty() && !thread && (award.isEmpty() || apart)) {
      tell(Code.NO_COMMON_ALIGNMENT, root);
    }
  }

  /** How many credentials can be enough; rules that share theirs are not added up. */
  private long fewest(Node node) {
    if (node instanceof Node.One one) {
      Leaf leaf = policy.leaves.get(one.leaf());
      boolean shares =
          policy.leaves.stream()
              .anyMatch(o -> o.index() != leaf.index() && !policy.compete(o.index(), leaf.index()));
      return leaf.counts() ? shares ? 0 : leaf.need() : shares ? 0 : 1;
    }
    Node.Some some = (Node.Some) node;
    long least =
        some.nodes().stream()
            .map(this::fewest)
            .sorted()
            .limit(some.atLeast())
            .reduce(0L, Decimals::add);
    // One rule alone is met by as many as it counts, shared or not.
    return Math.max(least, most(node));
  }

  private long most(Node node) {
    if (node instanceof Node.One one) {
      Leaf leaf = policy.leaves.get(one.leaf());
      return leaf.counts() ? leaf.need() : 1;
    }
    Node.Some some = (Node.Some) node;
    return some.nodes().stream()
        .map(this::most)
        .sorted()
        .limit(some.atLeast())
        .reduce(0L, Math::max);
  }

  private static Set<String> alignments(Filter filter) {
    Set<String> found = new HashSet<>();
    if (filter instanceof Filter.AllOf allOf) {
      allOf.filters().forEach(f -> found.addAll(alignments(f)));
    } else if (filter instanceof Filter.Because because) {
      found.addAll(alignments(because.filter()));
    } else if (filter instanceof Filter.Aligned aligned) {
      aligned.targets().stream().map(HeldAlignment::targetUrl).forEach(found::add);
    } else if (filter instanceof Filter.Fact fact
        && fact.name().equals("alignment")
        && fact.test() instanceof ValueTest.Is is) {
      found.addAll(is.values());
    }
    return found;
  }
}

package org.microcred.stacking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A policy and a wallet as a mixed integer programme, from the words of the specification: whether
 * the rule can be met is what ojAlgo finds. All facts are known; credits are whole numbers in one
 * unit.
 */
final class MixedInteger {
  private static final long MILLIS = 20_000;

  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final StackPolicy policy;
  private final KnownFacts facts;
  private final List<Holding> holdings;
  private final List<Rule> leaves;

  /** Whether a rule is met, by its id. */
  private final Map<String, Variable> met = new HashMap<>();

  /** Whether a holding is used at all. */
  private final List<Variable> used = new ArrayList<>();

  /** For each leaf what may serve it. */
  private final List<Map<Holding, Service>> services = new ArrayList<>();

  /** Whether a holding serves a leaf, and with how many credits: a sum of terms. */
  private record Service(Variable serves, Map<Variable, BigDecimal> credits) {}

  MixedInteger(StackPolicy policy, List<Holding> holdings) {
    this.policy = policy;
    this.holdings = holdings;
    facts = new KnownFacts(policy);
    leaves = KnownFacts.leaves(policy.rule());
    holdings.forEach(h -> used.add(binary()));
    rule(policy.rule());
    for (Rule leaf : leaves) {
      services.add(serve(leaf));
      leaf(leaf, services.get(services.size() - 1));
    }
    exclude();
    relate();
    days(policy.rule());
  }

  /**
   * Whether the solver finds a way to earn the award. What it finds is one, by exact arithmetic; of
   * some that there are it says, being a numeric solver, that there are none.
   */
  boolean finds() {
    Objects.requireNonNull(met.get(policy.rule().id())).lower(BigDecimal.ONE);
    model.options.time_abort = MILLIS;
    Optimisation.Result result = model.minimise();
    return result.getState().isFeasible() && model.validate(result);
  }

  /** Whether the award is earned when leaves are served so and not otherwise. */
  boolean confirms(List<Use> uses) {
    for (int l = 0; l < services.size(); l++) {
      String leaf = leaves.get(l).id();
      services
          .get(l)
          .forEach(
              (holding, service) -> {
                Optional<Use> use =
                    uses.stream()
                        .filter(u -> u.rule().equals(leaf) && u.holding().equals(holding))
                        .findFirst();
                service.serves().level(use.isPresent() ? 1 : 0);
                use.filter(u -> u.unit().isPresent()).ifPresent(u -> given(service, u.amount()));
              });
    }
    return finds();
  }

  private void given(Service service, BigDecimal amount) {
    Expression given = model.newExpression("e" + model.countExpressions()).level(amount);
    service.credits().forEach(given::add);
  }

  private Variable binary() {
    return model.newVariable("v" + model.countVariables()).binary();
  }

  private Expression atMost(long bound) {
    return model.newExpression("e" + model.countExpressions()).upper(bound);
  }

  private Expression atLeast(long bound) {
    return model.newExpression("e" + model.countExpressions()).lower(bound);
  }

  /** A rule is met only if as many rules inside it are as it asks for. */
  private void rule(Rule rule) {
    Variable here = binary();
    met.put(rule.id(), here);
    List<Rule> inner = KnownFacts.inner(rule);
    inner.forEach(this::rule);
    if (!inner.isEmpty()) {
      long need = rule instanceof Rule.SomeOf some ? some.atLeast() : inner.size();
      Expression enough = atLeast(0).add(here, -need);
      inner.forEach(r -> enough.add(met.get(r.id()), 1));
    }
  }

  private Map<Holding, Service> serve(Rule leaf) {
    Map<Holding, Service> all = new LinkedHashMap<>();
    for (int h = 0; h < holdings.size(); h++) {
      Holding holding = holdings.get(h);
      if (facts.passes(KnownFacts.from(leaf), holding)) {
        Variable serves = binary();
        atMost(0).add(serves, 1).add(used.get(h), -1);
        atMost(0).add(serves, 1).add(met.get(leaf.id()), -1);
        all.put(holding, new Service(serves, credits(leaf, holding, serves)));
      }
    }
    return all;
  }

  /** All its credits; where they are split, so many steps, or these and what remains. */
  private Map<Variable, BigDecimal> credits(Rule leaf, Holding holding, Variable serves) {
    BigDecimal whole = KnownFacts.credits(holding);
    Optional<BigDecimal> step =
        policy.divisible().stream()
            .filter(d -> leaf instanceof Rule.Sum && facts.passes(d.from(), holding))
            .findFirst()
            .map(Divisible::step);
    if (step.isEmpty()) {
      return Map.of(serves, whole);
    }
    BigDecimal[] parts = whole.divideAndRemainder(step.get());
    Variable steps = model.newVariable("v" + model.countVariables()).integer();
    steps.lower(BigDecimal.ZERO).upper(parts[0]);
    Variable all = binary();
    atMost(0).add(all, parts[0]).add(steps, -1);
    Map<Variable, BigDecimal> credits = Map.of(steps, step.get(), all, parts[1]);
    Expression some = atMost(0);
    credits.forEach(some::add);
    some.add(serves, whole.negate());
    // Who serves gives something: credits are whole numbers, and so are the steps.
    Expression none = atLeast(0).add(serves, -1);
    credits.forEach(none::add);
    return credits;
  }

  private void leaf(Rule leaf, Map<Holding, Service> serving) {
    BigDecimal need = KnownFacts.need(leaf);
    Expression enough = atLeast(0).add(met.get(leaf.id()), need.negate());
    add(enough, serving, leaf instanceof Rule.Sum, BigDecimal.ONE);
    Optional<DistinctBy> by =
        leaf instanceof Rule.Count count
            ? count.distinctBy()
            : leaf instanceof Rule.Sum sum ? sum.distinctBy() : Optional.empty();
    by.ifPresent(value -> distinct(value, serving));
    parts(leaf, KnownFacts.parts(leaf), serving, serving);
  }

  private static void add(
      Expression to, Map<Holding, Service> serving, boolean sum, BigDecimal times) {
    for (Service service : serving.values()) {
      if (sum) {
        service.credits().forEach((v, amount) -> to.add(v, amount.multiply(times)));
      } else {
        to.add(service.serves(), times);
      }
    }
  }

  /** A holding takes one of its values; every value is taken once. */
  private void distinct(DistinctBy by, Map<Holding, Service> serving) {
    Map<String, Expression> once = new HashMap<>();
    serving.forEach(
        (holding, service) -> {
          Expression one = atMost(0).add(service.serves(), 1);
          for (String value : facts.values(holding, by)) {
            Variable takes = binary();
            one.add(takes, -1);
            once.computeIfAbsent(value, v -> atMost(1)).add(takes, 1);
          }
        });
  }

  private void parts(
      Rule leaf, List<Part> parts, Map<Holding, Service> outer, Map<Holding, Service> all) {
    for (Part part : parts) {
      Map<Holding, Service> here = new LinkedHashMap<>(outer);
      here.keySet().removeIf(h -> !facts.passes(part.from(), h));
      if (part.measure() instanceof PartMeasure.Mean mean) {
        mean(mean, part.atLeast().orElseThrow().value(), here);
      } else {
        part.atLeast().ifPresent(b -> bound(leaf, part, b, here, all, BigDecimal.ONE));
        part.atMost().ifPresent(b -> bound(leaf, part, b, here, all, BigDecimal.ONE.negate()));
      }
      parts(leaf, part.ofWhich(), here, all);
    }
  }

  private void mean(PartMeasure.Mean mean, BigDecimal atLeast, Map<Holding, Service> here) {
    Expression above = atLeast(0);
    here.forEach(
        (holding, service) -> {
          BigDecimal weight = mean.weighted() ? KnownFacts.credits(holding) : BigDecimal.ONE;
          BigDecimal over = KnownFacts.grade(holding).subtract(atLeast);
          above.add(service.serves(), weight.multiply(over));
        });
  }

  /** What is there less its bound, or the other way round, is not negative. */
  private void bound(
      Rule leaf,
      Part part,
      Bound bound,
      Map<Holding, Service> here,
      Map<Holding, Service> all,
      BigDecimal sign) {
    Expression kept = atLeast(0);
    boolean sum = KnownFacts.isSum(part, leaf);
    add(kept, here, sum, sign);
    BigDecimal one = KnownFacts.bound(bound, KnownFacts.need(leaf), BigDecimal.ONE);
    if (bound.of() == Bound.Of.USED) {
      add(kept, all, sum, one.multiply(sign).negate());
    } else {
      kept.add(met.get(leaf.id()), one.multiply(sign).negate());
    }
  }

  /** A holding serves one of two leaves that do not share it, unless it is split. */
  private void exclude() {
    for (int a = 0; a < leaves.size(); a++) {
      for (Holding holding : services.get(a).keySet()) {
        BigDecimal whole = KnownFacts.credits(holding);
        Expression together = atMost(whole.longValueExact());
        take(together, a, holding, whole);
        for (int b = 0; b < leaves.size(); b++) {
          if (a != b && services.get(b).containsKey(holding) && !isFree(a, b)) {
            if (policy.divisible().isEmpty()) {
              Variable other = service(b, holding).serves();
              atMost(1).add(service(a, holding).serves(), 1).add(other, 1);
            } else {
              take(together, b, holding, whole);
            }
          }
        }
      }
    }
  }

  private Service service(int leaf, Holding holding) {
    return Objects.requireNonNull(services.get(leaf).get(holding));
  }

  private boolean isFree(int a, int b) {
    return facts.free(leaves.get(a), leaves.get(b));
  }

  private void take(Expression together, int leaf, Holding holding, BigDecimal whole) {
    Service service = service(leaf, holding);
    if (leaves.get(leaf) instanceof Rule.Sum) {
      service.credits().forEach(together::add);
    } else {
      together.add(service.serves(), whole);
    }
  }

  /** What holds for all that is used, whatever it is used for. */
  private void relate() {
    for (List<String> group : facts.countOnce()) {
      Expression once = atMost(1);
      for (int h = 0; h < holdings.size(); h++) {
        if (facts.standsForOneOf(holdings.get(h), group)) {
          once.add(used.get(h), 1);
        }
      }
    }
    for (int part = 0; part < holdings.size(); part++) {
      for (int whole = 0; whole < holdings.size(); whole++) {
        if (KnownFacts.isPart(holdings.get(part), holdings.get(whole))) {
          atMost(1).add(used.get(part), 1).add(used.get(whole), 1);
        }
      }
    }
    policy.sharing().withAward().forEach(this::share);
  }

  private void share(AwardSharing award) {
    Expression count = atMost(award.count().map(Number::longValue).orElse((long) used.size()));
    Expression credits =
        model
            .newExpression("e" + model.countExpressions())
            .upper(award.credits().map(Amount::value).orElse(BigDecimal.valueOf(1_000)));
    for (int h = 0; h < holdings.size(); h++) {
      if (KnownFacts.isShared(holdings.get(h), award)) {
        count.add(used.get(h), 1);
        credits.add(used.get(h), KnownFacts.credits(holdings.get(h)));
        if (!facts.passes(award.only(), holdings.get(h))) {
          atMost(0).add(used.get(h), 1);
        }
      }
    }
  }

  private void days(Rule rule) {
    if (rule instanceof Rule.Within within) {
      within(within);
    } else if (rule instanceof Rule.Before before) {
      before(before);
    }
    KnownFacts.inner(rule).forEach(this::days);
  }

  /** One window is chosen, and everything below lies in it. */
  private void within(Rule.Within within) {
    Variable here = met.get(within.id());
    Map<LocalDate, Variable> starts = new HashMap<>();
    holdings.forEach(h -> starts.computeIfAbsent(KnownFacts.day(h), d -> binary()));
    Expression one = atMost(1);
    starts.values().forEach(start -> one.add(start, 1));
    for (Rule leaf : KnownFacts.leaves(within)) {
      services
          .get(leaves.indexOf(leaf))
          .forEach(
              (holding, service) -> {
                LocalDate day = KnownFacts.day(holding);
                Expression inside = atMost(1).add(service.serves(), 1).add(here, 1);
                starts.forEach(
                    (start, chosen) -> {
                      if (!day.isBefore(start) && !day.isAfter(start.plus(within.within()))) {
                        inside.add(chosen, -1);
                      }
                    });
              });
    }
  }

  private void before(Rule.Before before) {
    Variable here = met.get(before.id());
    Map<String, Rule> byId = new HashMap<>();
    leaves.forEach(leaf -> byId.put(leaf.id(), leaf));
    for (String later : before.before()) {
      services
          .get(leaves.indexOf(byId.get(before.earlier())))
          .forEach(
              (a, first) ->
                  services
                      .get(leaves.indexOf(byId.get(later)))
                      .forEach(
                          (b, then) -> {
                            int order = KnownFacts.day(a).compareTo(KnownFacts.day(b));
                            if (before.strict() ? order >= 0 : order > 0) {
                              atMost(2).add(here, 1).add(first.serves(), 1).add(then.serves(), 1);
                            }
                          }));
    }
  }
}

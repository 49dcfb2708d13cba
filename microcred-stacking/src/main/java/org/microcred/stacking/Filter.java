package org.microcred.stacking;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A question about one holding, answered yes, no, or unknown when the holding does not say
 * (Kleene's strong three-valued logic).
 *
 * <p>{@code absent}, where a filter has it, is the answer when the holding does not say; empty
 * leaves it unknown.
 */
public sealed interface Filter {
  /** Passes every holding. */
  Filter ANY = new AllOf(List.of());

  /** Passes no holding. */
  Filter NONE = new Not(ANY);

  /**
   * Every one of several filters.
   *
   * @param filters the filters; those of an {@code AllOf} among them stand for themselves
   */
  record AllOf(List<Filter> filters) implements Filter {
    public AllOf {
      List<Filter> flat = new ArrayList<>();
      for (Filter filter : filters) {
        if (filter instanceof AllOf inner) {
          flat.addAll(inner.filters);
        } else {
          flat.add(filter);
        }
      }
      filters = List.copyOf(flat);
    }
  }

  /**
   * At least one of several filters.
   *
   * @param filters the filters, at least one
   */
  record AnyOf(List<Filter> filters) implements Filter {
    public AnyOf {
      filters = List.copyOf(filters);
    }
  }

  /**
   * The opposite of a filter.
   *
   * @param filter the filter
   */
  record Not(Filter filter) implements Filter {
    public Not {
      Objects.requireNonNull(filter, "filter");
    }
  }

  /**
   * A filter that says itself why it refuses.
   *
   * @param filter the filter
   * @param reason the reason given for every holding that it refuses
   */
  record Because(Filter filter, Reason reason) implements Filter {
    public Because {
      Objects.requireNonNull(filter, "filter");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * The holding is for one of these achievements.
   *
   * @param ids ids of achievements, at least one
   */
  record Achievement(List<String> ids) implements Filter {
    public Achievement {
      ids = List.copyOf(ids);
    }
  }

  /**
   * A fact about the holding. Some facts have one value, such as {@code issuer}, others several,
   * such as {@code tag}; without {@code every}, one value that passes is enough.
   *
   * @param name a standard fact ({@link #STANDARD}) or one that the policy defines
   * @param test what is asked
   * @param every whether every value has to pass
   * @param absent the answer when the holding does not state the fact
   */
  record Fact(String name, ValueTest test, boolean every, Optional<Boolean> absent)
      implements Filter {
    /**
     * Facts that filters know by name: {@code issuer}; {@code source}, the assessor; {@code tag};
     * {@code alignment}, target URLs; {@code type}, of the achievement; {@code field}, of study;
     * {@code version}, of the achievement; {@code level}; {@code evidence}, the types and genres of
     * what was submitted; {@code assessed}, {@code true} where something was judged; {@code
     * passed}, whether what the issuer requires was reached.
     */
    public static final List<String> STANDARD =
        List.of(
            "issuer",
            "source",
            "tag",
            "alignment",
            "type",
            "field",
            "version",
            "level",
            "evidence",
            "assessed",
            "passed");

    public Fact {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(test, "test");
      Objects.requireNonNull(absent, "absent");
    }

    /**
     * {@return the filter that asks for one of several values}
     *
     * @param name the fact
     * @param values the values
     */
    public static Fact is(String name, String... values) {
      return new Fact(name, new ValueTest.Is(List.of(values)), false, Optional.empty());
    }
  }

  /**
   * A result. Its values compare by the order that the achievement's own result description gives
   * (allowed values from low to high, rubric levels, numbers between minimum and maximum), else by
   * a scale of the policy; what cannot be compared is unknown.
   *
   * @param test what is asked of the result's value, its rubric level (by id, level or name) or its
   *     status
   * @param description the id of the result description that is meant, or empty for any
   * @param every whether every result has to pass, and every description to have a result
   * @param absent the answer when the holding has no such result
   */
  record Result(
      ValueTest test, Optional<String> description, boolean every, Optional<Boolean> absent)
      implements Filter {
    public Result {
      Objects.requireNonNull(test, "test");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(absent, "absent");
    }
  }

  /**
   * The achievement is aligned to one of these targets: by the URL; by the identifier, where the
   * target's URL is {@code urn:uuid:} and the alignment's URL that of the item on a CASE service;
   * or by framework and code. A holding that states no such alignment does not pass.
   *
   * @param targets the targets, which mean the same
   * @param level what is asked of the results in the target, or empty when being aligned is enough;
   *     results that are aligned to nothing themselves are results in all of the achievement
   */
  record Aligned(List<HeldAlignment> targets, Optional<ValueTest> level) implements Filter {
    public Aligned {
      targets = List.copyOf(targets);
      Objects.requireNonNull(level, "level");
    }
  }

  /**
   * The day on which the achievement was earned, both ends included, in the policy's time zone.
   *
   * @param from the first day, or empty when there is none
   * @param to the last day, or empty when there is none
   * @param within how long ago at most: that day and this period reach the day {@code of}
   * @param of the day from which {@code within} looks back, that of the evaluation unless given
   * @param fact the fact that is the day: empty when it was earned, {@code validFrom}, or a fact
   *     that the policy defines
   * @param absent the answer when the holding has no date
   */
  record Earned(
      Optional<LocalDate> from,
      Optional<LocalDate> to,
      Optional<Period> within,
      Optional<LocalDate> of,
      Optional<String> fact,
      Optional<Boolean> absent)
      implements Filter {
    public Earned {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(within, "within");
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(absent, "absent");
    }
  }
}

package org.microcred.stacking;

import java.time.LocalDate;
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
   * The credential was issued by one of these.
   *
   * @param ids ids of issuers, at least one
   * @param absent the answer when the holding names no issuer
   */
  record Issuer(List<String> ids, Optional<Boolean> absent) implements Filter {
    public Issuer {
      ids = List.copyOf(ids);
      Objects.requireNonNull(absent, "absent");
    }
  }

  /**
   * The achievement was assessed by one of these (Open Badges {@code source}).
   *
   * @param ids ids of assessors, at least one
   * @param absent the answer when the holding names no assessor
   */
  record Source(List<String> ids, Optional<Boolean> absent) implements Filter {
    public Source {
      ids = List.copyOf(ids);
      Objects.requireNonNull(absent, "absent");
    }
  }

  /**
   * The achievement carries one of these tags.
   *
   * @param tags tags, at least one
   * @param absent the answer when the holding has no tags at all
   */
  record Tag(List<String> tags, Optional<Boolean> absent) implements Filter {
    public Tag {
      tags = List.copyOf(tags);
      Objects.requireNonNull(absent, "absent");
    }
  }

  /**
   * A result is one of these values.
   *
   * @param values a result's value, its rubric level (by id, level or name) or its status
   * @param description the id of the result description that is meant, or empty for any
   * @param absent the answer when the holding has no such result
   */
  record ResultIs(List<String> values, Optional<String> description, Optional<Boolean> absent)
      implements Filter {
    public ResultIs {
      values = List.copyOf(values);
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(absent, "absent");
    }
  }

  /**
   * A result is this value or better, by the order that the achievement's own result description
   * gives (allowed values from low to high, rubric levels, numbers between minimum and maximum),
   * else by a scale of the policy; what cannot be compared is unknown.
   *
   * @param value the least value; a number in its JSON spelling
   * @param description the id of the result description that is meant, or empty for any
   * @param scale the only scale of the policy that may be used, or empty for any
   * @param absent the answer when the holding has no such result
   */
  record ResultAtLeast(
      String value, Optional<String> description, Optional<String> scale, Optional<Boolean> absent)
      implements Filter {
    public ResultAtLeast {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(description, "description");
      Objects.requireNonNull(scale, "scale");
      Objects.requireNonNull(absent, "absent");
    }
  }

  /**
   * The day on which the achievement was earned, both ends included, in the policy's time zone.
   *
   * @param from the first day, or empty when there is none
   * @param to the last day, or empty when there is none
   * @param absent the answer when the holding has no date
   */
  record Earned(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Boolean> absent)
      implements Filter {
    public Earned {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(absent, "absent");
    }
  }
}

package org.microcred.stacking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is asked of one value: of a fact, or of a result. */
public sealed interface ValueTest {
  /**
   * It is one of these.
   *
   * @param values texts, at least one; numbers in their plain spelling
   */
  record Is(List<String> values) implements ValueTest {
    public Is {
      values = List.copyOf(values);
    }
  }

  /**
   * It is this or better. Numbers and dates compare as such, other values by a scale; what cannot
   * be compared is unknown.
   *
   * @param value the least value
   * @param scale the only scale of the policy that may be used, or empty for any
   */
  record AtLeast(String value, Optional<String> scale) implements ValueTest {
    public AtLeast {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(scale, "scale");
    }
  }

  /**
   * It is this or less. Numbers and dates compare as such, other values by a scale; what cannot be
   * compared is unknown.
   *
   * @param value the greatest value
   * @param scale the only scale of the policy that may be used, or empty for any
   */
  record AtMost(String value, Optional<String> scale) implements ValueTest {
    public AtMost {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(scale, "scale");
    }
  }

  /** It is there at all. What a holding does not say is not there, so the answer is known. */
  record Present() implements ValueTest {}
}

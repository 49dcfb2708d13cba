package org.microcred.stacking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.microcred.model.SafeText;

/**
 * What a registrar prints of an award that is earned. Level, credits and grade are what the policy
 * derives ({@link Derivation}).
 *
 * @param title the name of the award
 * @param level its level
 * @param credits its credits, a decimal
 * @param unit the unit of the credits
 * @param grade the mean grade, a decimal
 * @param components what earned it, in the order of the rules
 */
public record TranscriptLine(
    String title,
    Optional<String> level,
    Optional<String> credits,
    Optional<String> unit,
    Optional<String> grade,
    List<Component> components) {
  public TranscriptLine {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(credits, "credits");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(grade, "grade");
    components = List.copyOf(components);
  }

  /**
   * One credential of those that earned the award.
   *
   * @param title its name, or the id of its achievement
   * @param credits its credits, as it states them
   * @param result its first result
   */
  public record Component(String title, Optional<BigDecimal> credits, Optional<String> result) {
    public Component {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(credits, "credits");
      Objects.requireNonNull(result, "result");
    }

    static Component of(Holding holding) {
      return new Component(
          holding.name().orElse(holding.achievements().get(0)),
          holding.credits(),
          holding.results().stream().flatMap(result -> result.value().stream()).findFirst());
    }

    /** {@return the component as text: its title, and in brackets credits and result} */
    @Override
    public String toString() {
      String known =
          Stream.of(credits.map(BigDecimal::toPlainString), result.map(SafeText::of))
              .flatMap(Optional::stream)
              .collect(Collectors.joining(", "));
      return SafeText.of(title) + (known.isEmpty() ? "" : " (" + known + ")");
    }
  }

  /** {@return one line of safe text; what is not known is left out} */
  @Override
  public String toString() {
    return Stream.of(
            Optional.of(SafeText.of(title)),
            level.map(l -> "level " + SafeText.of(l)),
            credits.map(c -> SafeText.of(c) + unit.map(u -> " " + SafeText.of(u)).orElse("")),
            grade.map(g -> "grade " + SafeText.of(g)),
            Optional.of(
                components.stream().map(Component::toString).collect(Collectors.joining(", "))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }
}

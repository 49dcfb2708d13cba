package org.microcred.stacking.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.stacking.HeldResult;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingBuilder;
import org.microcred.stacking.HoldingRow;
import org.microcred.stacking.RowColumns;
import org.microcred.stacking.RowColumns.Attribute;

/** Makes holdings of rows, or says what is wrong with them. */
final class RowReader {
  private final RowColumns columns;
  private final Set<String> named;

  RowReader(RowColumns columns) {
    this.columns = columns;
    named = new HashSet<>(columns.columns().values());
  }

  /** One row: the texts of each column that is not empty. */
  HoldingRow read(long line, Map<String, List<String>> cells) {
    return new One(line, cells).read();
  }

  private final class One {
    private final long line;
    private final Map<String, List<String>> cells;
    private final List<Violation> violations = new ArrayList<>();

    One(long line, Map<String, List<String>> cells) {
      this.line = line;
      this.cells = cells;
    }

    HoldingRow read() {
      Optional<String> achievement = text(Attribute.ACHIEVEMENT);
      if (achievement.isEmpty()) {
        refuse("row.required", Attribute.ACHIEVEMENT, "the achievement is missing");
      }
      HoldingBuilder holding =
          Holding.builder(text(Attribute.ID).orElse("line:" + line), achievement.orElse("nothing"));
      text(Attribute.NAME).ifPresent(holding::name);
      text(Attribute.ISSUER).ifPresent(holding::issuer);
      text(Attribute.SOURCE).ifPresent(holding::source);
      texts(Attribute.TAGS).forEach(holding::tag);
      texts(Attribute.ALIGNMENTS).forEach(holding::alignment);
      texts(Attribute.USED_IN).forEach(holding::usedIn);
      text(Attribute.CREDITS)
          .ifPresent(
              value ->
                  Decimals.read(value)
                      .ifPresentOrElse(
                          holding::credits,
                          () ->
                              refuse(
                                  "row.number",
                                  Attribute.CREDITS,
                                  "expected a number that is not negative, found "
                                      + SafeText.quote(value))));
      result(holding);
      text(Attribute.STANDING).ifPresent(value -> standing(value, holding));
      dates(holding);
      cells.forEach(
          (column, values) -> {
            if (!named.contains(column)) {
              values.forEach(value -> holding.fact(column, value));
            }
          });
      return violations.isEmpty()
          ? new HoldingRow.Held(line, text(Attribute.LEARNER).orElse(""), holding.build())
          : new HoldingRow.Refused(line, violations);
    }

    private void result(HoldingBuilder holding) {
      Optional<String> value = text(Attribute.RESULT);
      Optional<String> status = text(Attribute.STATUS);
      if (value.isPresent() || status.isPresent()) {
        holding.result(
            new HeldResult(
                Optional.empty(), value, Optional.empty(), status, HeldResult.Scale.NONE));
      }
    }

    private void standing(String value, HoldingBuilder holding) {
      for (Holding.Status status : Holding.Status.values()) {
        if (status.name().equals(value.toUpperCase(Locale.ROOT))) {
          holding.status(status);
          return;
        }
      }
      refuse(
          "row.value",
          Attribute.STANDING,
          "expected active, revoked, suspended or unknown, found " + SafeText.quote(value));
    }

    private void dates(HoldingBuilder holding) {
      day(Attribute.AWARDED).ifPresent(holding::awarded);
      instant(Attribute.AWARDED).ifPresent(holding::awarded);
      day(Attribute.EXPIRES).ifPresent(holding::expires);
      instant(Attribute.EXPIRES).ifPresent(holding::expires);
      instant(Attribute.VALID_FROM).ifPresent(holding::validFrom);
      for (Attribute date : List.of(Attribute.AWARDED, Attribute.EXPIRES, Attribute.VALID_FROM)) {
        boolean mayBeDay = date != Attribute.VALID_FROM;
        Optional<String> value = text(date);
        if (value.isPresent() && instant(date).isEmpty() && !(mayBeDay && day(date).isPresent())) {
          refuse(
              "row.date",
              date,
              "expected "
                  + (mayBeDay ? "\"2026-01-31\" or " : "")
                  + "\"2026-01-31T10:00:00Z\", found "
                  + SafeText.quote(value.get()));
        }
      }
    }

    private Optional<LocalDate> day(Attribute attribute) {
      return text(attribute).flatMap(ValueOrder::day);
    }

    private Optional<Instant> instant(Attribute attribute) {
      try {
        return text(attribute).map(value -> OffsetDateTime.parse(value).toInstant());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    private List<String> texts(Attribute attribute) {
      return Optional.ofNullable(columns.columns().get(attribute))
          .map(column -> cells.getOrDefault(column, List.of()))
          .orElse(List.of());
    }

    private Optional<String> text(Attribute attribute) {
      List<String> texts = texts(attribute);
      if (texts.size() > 1
          && violations.stream().noneMatch(v -> v.pointer().equals(at(attribute)))) {
        refuse("row.value", attribute, "expected one value, found " + texts.size());
      }
      return texts.stream().findFirst();
    }

    private JsonPointer at(Attribute attribute) {
      return JsonPointer.ROOT
          .child(Long.toString(line))
          .child(columns.columns().getOrDefault(attribute, ""));
    }

    private void refuse(String code, Attribute attribute, String text) {
      violations.add(new Violation(code, at(attribute), "line " + line + ": " + text));
    }
  }
}

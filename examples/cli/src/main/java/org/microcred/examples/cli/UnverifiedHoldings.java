package org.microcred.examples.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Reading;
import org.microcred.model.SafeText;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;
import org.microcred.stacking.Holding;
import org.microcred.stacking.HoldingRow;
import org.microcred.stacking.HoldingRows;

/** Files taken at their word: credentials, signed or not, and tables of a row a holding. */
final class UnverifiedHoldings {
  private UnverifiedHoldings() {}

  /** The holdings of one file; of tables, those of the learner, or all of them. */
  static List<Holding> of(String file, @Nullable String learner) {
    return file.endsWith(".csv") || file.endsWith(".ndjson")
        ? rows(file, learner)
        : credentials(file);
  }

  /** A row that is no holding ends it: nobody is to find out from a total that is too small. */
  private static List<Holding> rows(String file, @Nullable String learner) {
    try (Reader table = new Input(file).reader()) {
      List<Holding> holdings = new ArrayList<>();
      Stream<HoldingRow> rows =
          file.endsWith(".csv") ? HoldingRows.csv(table) : HoldingRows.ndjson(table);
      for (HoldingRow row : (Iterable<HoldingRow>) rows::iterator) {
        if (row instanceof HoldingRow.Refused refused) {
          throw new InvalidDocumentException(refused.violations());
        }
        HoldingRow.Held held = (HoldingRow.Held) row;
        if (learner == null || learner.equals(held.learner())) {
          holdings.add(held.holding());
        }
      }
      return holdings;
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + ": " + e.getMessage());
    } catch (IOException e) {
      throw Input.unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw Input.unreadable(file, e);
    }
  }

  /** A file holds one credential, or an array of them. */
  private static List<Holding> credentials(String file) {
    try {
      JsonValue content = Json.read(new Input(file).bytes(), Limits.defaults());
      List<JsonValue> items = content instanceof JsonArray array ? array.items() : List.of(content);
      List<Holding> holdings = new ArrayList<>();
      for (JsonValue item : items) {
        holdings.add(holding(item));
      }
      return holdings;
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + ": " + e.getMessage());
    }
  }

  private static Holding holding(JsonValue item) throws InvalidDocumentException {
    if (!(item instanceof JsonObject object)) {
      throw InvalidDocumentException.of("json.type", JsonPointer.ROOT, "a credential is an object");
    }
    Reading reading = Credential.read(object);
    if (reading.credential().orElse(null) instanceof AchievementCredential badge) {
      return Holding.of(badge);
    }
    throw reading.findings().failures().isEmpty()
        ? InvalidDocumentException.of(
            "json.type",
            JsonPointer.ROOT,
            "the credential is no achievement, so no rule can use it")
        : new InvalidDocumentException(reading.findings().failures());
  }
}

package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** Time that passes while a thread does not work says nothing about a document. */
class BusyMachineTest {
  private static final String CONTEXT = "https://contexts.example/slow";

  @Test
  void doesNotDecideAboutADocument() throws Exception {
    JsonObject document =
        Json.readObject(
            "{\"@context\":\"%s\",\"name\":\"n\"}"
                .formatted(CONTEXT)
                .getBytes(StandardCharsets.UTF_8),
            Limits.defaults());
    Duration time = Duration.ofSeconds(1);
    WorkBudget budget =
        WorkBudget.of(Limits.defaults().toBuilder().canonicalisationTime(time).build());
    try (Meter meter = new Meter(budget)) {
      assertThat(
              TitaniumCanonicaliser.expand(
                      document, new ContextSource(new Slow(time), Limits.defaults()), meter)
                  .toString())
          .contains("https://contexts.example/name");
    }
    assertThat(budget.time()).isPositive();
  }

  /** Waits longer than there is time, as a thread does that is not given a processor. */
  private record Slow(Duration time) implements DocumentLoader {
    @Override
    public Optional<LoadedDocument> load(URI url) throws IOException {
      return supplied(url);
    }

    @Override
    public Optional<LoadedDocument> supplied(URI url) {
      try {
        TimeUnit.MILLISECONDS.sleep(time.toMillis() + 500);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return Optional.of(
          new LoadedDocument(
              url,
              Optional.empty(),
              "{\"@context\":{\"name\":\"https://contexts.example/name\"}}"
                  .getBytes(StandardCharsets.UTF_8),
              LoadedDocument.Source.SUPPLIED));
    }
  }
}

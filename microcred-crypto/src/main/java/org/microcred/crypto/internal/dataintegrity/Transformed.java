package org.microcred.crypto.internal.dataintegrity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.internal.jsonld.Canonical;
import org.microcred.crypto.internal.jsonld.Canonicaliser;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.Jcs;
import org.microcred.crypto.internal.jsonld.TitaniumCanonicaliser;
import org.microcred.model.Findings;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/**
 * A document as it is hashed (DI 1.0 §4.2 "transformation").
 *
 * @param text the canonical form; empty when there are obstacles
 * @param context whether everything in the document is in it
 * @param obstacles why there is no canonical form
 */
record Transformed(Optional<String> text, Findings context, Findings obstacles) {
  private static final Canonicaliser CANONICALISER = new TitaniumCanonicaliser();

  /**
   * Transforms.
   *
   * @param digest the hash of the signature; RDFC-1.0 uses the same one (Data Integrity ECDSA
   *     Cryptosuites 1.0 §3.2.3)
   */
  static Transformed of(
      JsonObject document,
      Suite.Transformation transformation,
      String digest,
      InspectionSettings settings) {
    return switch (transformation) {
      case RDFC -> {
        Canonical canonical =
            CANONICALISER.canonicalise(
                document,
                digest,
                new ContextSource(settings.contexts(), settings.limits()),
                settings.budget());
        yield new Transformed(canonical.nquads(), canonical.context(), canonical.obstacles());
      }
      case JCS -> {
        Findings numbers = Jcs.check(document);
        yield numbers.passed()
            ? new Transformed(Optional.of(Json.writeCanonical(document)), numbers, Findings.none())
            : new Transformed(Optional.empty(), numbers, withoutWarnings(numbers));
      }
    };
  }

  byte[] octets() {
    return text.orElseThrow().getBytes(StandardCharsets.UTF_8);
  }

  private static Findings withoutWarnings(Findings findings) {
    return new Findings(findings.failures(), findings.unknowns(), List.of());
  }
}

package org.microcred.examples.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.HttpsPolicy;
import org.microcred.model.SafeText;
import org.microcred.verify.Check;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.Recipient;
import org.microcred.verify.StatusPolicy;
import org.microcred.verify.TrustPolicy;
import picocli.CommandLine.Option;

/** The options of every command that verifies. */
final class VerifierOptions {
  @Option(
      names = "--at",
      paramLabel = "INSTANT|DATE",
      description =
          "as of this instant, for example 2026-06-01T00:00:00Z, or the end of this day in UTC; now"
              + " by default")
  @Nullable String at;

  @Option(
      names = "--documents",
      paramLabel = "INDEX.tsv|DIR",
      description = "the outside world: a table of URLs and files; nothing is fetched")
  @Nullable Path documents;

  @Option(
      names = "--online",
      description = "ask the network, https on public addresses, for what is not at hand")
  boolean online;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description =
          "whom to believe: one issuer id a line, optionally with its key's controller;"
              + " or a registry of issuers in JSON")
  @Nullable Path trust;

  @Option(names = "--trust-anyone", description = "accept every issuer")
  boolean trustAnyone;

  @Option(
      names = "--status-issuer",
      split = ",",
      paramLabel = "ID",
      description = "believe status lists of these issuers, too")
  List<String> statusIssuers = new ArrayList<>();

  @Option(
      names = "--status-min-entries",
      paramLabel = "N",
      description = "how many entries a status list has at least; 131072 by default")
  int statusMinEntries = StatusPolicy.MINIMUM_ENTRIES;

  @Option(
      names = "--status-any-id",
      description = "believe status lists that bear another id than their URL")
  boolean statusAnyId;

  @Option(
      names = "--advisory",
      split = ",",
      paramLabel = "CHECK",
      description = "checks that are reported and do not count for the verdict")
  List<String> advisory = new ArrayList<>();

  @Option(
      names = "--recipient",
      paramLabel = "TYPE:VALUE",
      description = "the person, by an identifier, for example emailAddress:a@b.example")
  List<String> recipients = new ArrayList<>();

  @Option(names = "--subject", paramLabel = "ID", description = "the person, by a subject id")
  List<String> subjects = new ArrayList<>();

  @Option(
      names = "--schema",
      description = "a schema that is named and cannot be had counts as undetermined")
  boolean schema;

  @Option(
      names = "--refresh",
      description =
          "ask the credential's refresh service once for a newer version, after its proof")
  boolean refresh;

  CredentialVerifier verifier() {
    CredentialVerifier.Builder builder =
        CredentialVerifier.builder(trustPolicy()).clock(clock()).status(statusPolicy());
    if (documents != null && online) {
      throw Refusal.usage("--documents is the whole outside world; leave out --online");
    }
    if (documents != null) {
      builder.documents(DocumentIndex.read(documents));
    }
    if (online) {
      builder.documents(DocumentLoader.https(HttpsPolicy.defaults()));
    }
    if (schema) {
      builder.requireSchemas();
    }
    if (refresh) {
      builder.refresh();
    }
    for (String key : advisory) {
      Check.Id id =
          Check.Id.of(key)
              .orElseThrow(() -> Refusal.usage("--advisory: no check " + SafeText.quote(key)));
      try {
        builder.advisory(id);
      } catch (IllegalArgumentException e) {
        throw Refusal.usage("--advisory: " + key + " always counts");
      }
    }
    return builder.build();
  }

  Optional<Recipient> recipient() {
    if (subjects.isEmpty() && recipients.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Recipient(
            Set.copyOf(subjects), recipients.stream().map(VerifierOptions::identifier).toList()));
  }

  /** The person, whom the command cannot do without. */
  Recipient person() {
    return recipient()
        .orElseThrow(
            () -> Refusal.usage("name the person with --subject ID or --recipient TYPE:VALUE"));
  }

  Clock clock() {
    if (at == null) {
      return Clock.systemUTC();
    }
    try {
      Instant instant =
          at.contains("T")
              ? Instant.parse(at)
              : LocalDate.parse(at).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
      return Clock.fixed(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Refusal.usage(
          "--at: neither 2026-06-01T00:00:00Z nor 2026-06-01: " + SafeText.quote(at));
    }
  }

  private StatusPolicy statusPolicy() {
    if (statusMinEntries < 1) {
      throw Refusal.usage("--status-min-entries: a positive number, not " + statusMinEntries);
    }
    return new StatusPolicy(Set.copyOf(statusIssuers), statusMinEntries, statusAnyId);
  }

  private TrustPolicy trustPolicy() {
    if ((trust == null) != trustAnyone) {
      throw Refusal.usage("give exactly one of --trust FILE and --trust-anyone");
    }
    return trust == null ? TrustPolicy.anyone() : TrustFile.read(trust);
  }

  private static Recipient.Identifier identifier(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw Refusal.usage("--recipient: not TYPE:VALUE: " + SafeText.quote(text));
    }
    return new Recipient.Identifier(text.substring(0, colon), text.substring(colon + 1));
  }
}

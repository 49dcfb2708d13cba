package org.microcred.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.status.StatusListFormat;
import org.microcred.crypto.status.StatusListIssuer;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.SafeText;
import org.microcred.model.StatusPurpose;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An issuer's status list in a file: made, given out of, changed, signed. */
@Command(
    name = "status-list",
    description =
        "Keep a status list in a file: create it, add its entries to credentials, set statuses, sign"
            + " it for publication. One process at a time.",
    mixinStandardHelpOptions = true)
final class StatusListCommand {
  @Spec CommandSpec spec;

  @Command(name = "create", description = "Make a list.", mixinStandardHelpOptions = true)
  int create(
      @Option(names = "--url", required = true, description = "where it will be published")
          String url,
      @Option(
              names = "--kind",
              defaultValue = "BitstringStatusList",
              description = "BitstringStatusList, StatusList2021 or statuslist+jwt")
          String kind,
      @Option(
              names = "--purpose",
              defaultValue = "revocation",
              description = "revocation, suspension, refresh or message")
          String purpose,
      @Option(
              names = "--entries",
              defaultValue = "131072",
              description = "how many credentials it serves")
          int entries,
      @Option(names = "--bits", defaultValue = "1", description = "bits a status of statuslist+jwt")
          int bits,
      @Parameters(paramLabel = "LIST.json", description = "the file, which must not exist")
          Path list) {
    StatusListFormat format =
        StatusListFormat.of(kind)
            .orElseThrow(
                () ->
                    Refusal.usage(
                        "--kind: none of "
                            + Arrays.stream(StatusListFormat.values())
                                .map(StatusListFormat::label)
                                .collect(Collectors.joining(", "))
                            + ": "
                            + SafeText.quote(kind)));
    try {
      StatusListIssuer made =
          StatusListIssuer.builder(url)
              .format(format)
              .purpose(new StatusPurpose(purpose))
              .entries(entries)
              .bits(bits)
              .build();
      Output.write(list, made.toBytes());
    } catch (IllegalArgumentException e) {
      throw Refusal.usage(SafeText.of(String.valueOf(e.getMessage())));
    }
    return ExitStatus.OK;
  }

  @Command(
      name = "add",
      description =
          "Give a credential a place of its own in the list, and print it for issue to sign.",
      mixinStandardHelpOptions = true)
  int add(
      @Option(names = "--out", description = "the file for the credential; else it is printed")
          @Nullable Path out,
      @Parameters(paramLabel = "LIST.json") Path list,
      @Parameters(paramLabel = "UNSIGNED.json") String unsigned) {
    StatusListIssuer issuer = read(list);
    try {
      JsonObject credential = Json.readObject(new Input(unsigned).bytes(), Limits.defaults());
      JsonObject placed = issuer.addTo(credential, issuer.allocate());
      // Kept before it is shown, so that no place is given out twice.
      Output.replace(list, issuer.toBytes());
      Output.write(
          out, SecuredCredential.of(Json.writePretty(placed)), spec.commandLine().getOut());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(unsigned) + " is no credential: " + e.getMessage());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw Refusal.no(SafeText.of(String.valueOf(e.getMessage())));
    }
    return ExitStatus.OK;
  }

  @Command(
      name = "set",
      description = "Set statuses; sign and publish the list afterwards.",
      mixinStandardHelpOptions = true)
  int set(
      @Parameters(paramLabel = "LIST.json") Path list,
      @Parameters(
              paramLabel = "INDEX[=VALUE]",
              arity = "1..*",
              description = "the place of a credential, and its status: 1 unless given")
          List<String> statuses) {
    StatusListIssuer issuer = read(list);
    List<int[]> parsed = new ArrayList<>();
    for (String status : statuses) {
      if (!status.matches("[0-9]{1,9}(=[0-9]{1,5})?")) {
        throw Refusal.usage("not INDEX or INDEX=VALUE: " + SafeText.quote(status));
      }
      String[] sides = (status + (status.contains("=") ? "" : "=1")).split("=", 2);
      parsed.add(new int[] {Integer.parseInt(sides[0]), Integer.parseInt(sides[1])});
    }
    try {
      parsed.forEach(status -> issuer.set(status[0], status[1]));
    } catch (IllegalArgumentException e) {
      throw Refusal.no(SafeText.of(String.valueOf(e.getMessage())) + "; nothing was changed");
    }
    Output.replace(list, issuer.toBytes());
    return ExitStatus.OK;
  }

  @Command(
      name = "sign",
      description = "Sign the list as it is now, to be published at its URL.",
      mixinStandardHelpOptions = true)
  int sign(
      @Mixin KeyFile key,
      @Option(
              names = "--format",
              defaultValue = "eddsa-rdfc-2022",
              description = "as that of issue; a statuslist+jwt is a JWT in any case")
          String format,
      @Option(
              names = "--days",
              defaultValue = "7",
              description = "how long it is believed; sign it anew before")
          int days,
      @Option(names = "--out", description = "the file for the signed list; else it is printed")
          @Nullable Path out,
      @Parameters(paramLabel = "LIST.json") Path list)
      throws IOException {
    if (days < 1) {
      throw Refusal.usage("--days: a positive number, not " + days);
    }
    StatusListIssuer issuer = read(list);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Duration validity = Duration.ofDays(days);
    try {
      Output.write(
          out,
          issuer.format() == StatusListFormat.TOKEN
              ? SecuredCredential.of(issuer.signToken(key.signer(), now, validity))
              : issuer.sign(key.signer(format), now, validity),
          spec.commandLine().getOut());
    } catch (InvalidDocumentException e) {
      throw Refusal.no("the list cannot be signed in this format: " + e.getMessage());
    }
    return ExitStatus.OK;
  }

  private static StatusListIssuer read(Path list) {
    try {
      return StatusListIssuer.fromBytes(new Input(list.toString()).bytes());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(list.toString()) + ": " + e.getMessage());
    }
  }
}

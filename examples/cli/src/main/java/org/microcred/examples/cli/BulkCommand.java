package org.microcred.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonString;
import org.microcred.verify.Bulk;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.Recipient;
import org.microcred.verify.VerificationReport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a file of credentials, one a line, into a file of reports, one a line. */
@Command(
    name = "bulk",
    description = {
      "Verify many credentials: one a line in, as JSON or as a token (a JSON string or bare); one"
          + " report a line out, in the same order.",
      "Started again with the same options, it goes on behind the last complete line of the"
          + " reports.",
      "Exit status, over all reports in the file: 0 all verified, 1 some rejected, 2 some"
          + " undetermined."
    },
    mixinStandardHelpOptions = true)
final class BulkCommand implements Callable<Integer> {
  private static final int LINE_BYTES = Limits.defaults().documentBytes() + 1;
  private static final int MAX_THREADS = 256;

  @Spec CommandSpec spec;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "when all are verified, make a table of the reports")
  @Nullable Path csv;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many work at it; as many as there are processors by default")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--progress",
      negatable = true,
      description = "show how far it is on standard error; on a terminal by default")
  boolean progress = CommandLine.Help.Ansi.AUTO.enabled();

  @Mixin VerifierOptions options = new VerifierOptions();

  @Parameters(index = "0", paramLabel = "IN.ndjson", description = "- is standard input")
  String in = "";

  @Parameters(index = "1", paramLabel = "OUT.ndjson", description = "the reports")
  Path out = Path.of("");

  /** A line and what came of it. */
  private record Answered(Lines.Line line, String digest, VerificationReport report) {}

  @Override
  public Integer call() throws IOException {
    CredentialVerifier verifier = options.verifier();
    Optional<Recipient> recipient = options.recipient();
    if (threads < 1 || threads > MAX_THREADS) {
      throw Refusal.usage("--threads: 1 to " + MAX_THREADS + ", not " + threads);
    }
    if (csv != null) {
      BulkTable.requireReplaceable(csv);
    }
    BulkTotals totals;
    try (InputStream source = source();
        BulkOutput reports = BulkOutput.open(out)) {
      Lines lines = new Lines(in, source, LINE_BYTES);
      skipAnswered(lines, reports);
      verifyAll(lines, reports, line -> answer(line, verifier, recipient));
      totals = reports.totals();
    }
    if (csv != null) {
      BulkTable.write(out, csv);
    }
    spec.commandLine().getOut().println(totals);
    return totals.exitStatus();
  }

  private InputStream source() {
    try {
      if (in.equals("-")) {
        return System.in;
      }
      Path file = Path.of(in);
      if (Files.exists(out) && Files.isSameFile(file, out)) {
        throw Refusal.usage("IN and OUT are the same file");
      }
      return Files.newInputStream(file);
    } catch (IOException | InvalidPathException e) {
      throw Input.unreadable(in, e);
    }
  }

  private OptionalLong size() {
    try {
      return in.equals("-") ? OptionalLong.empty() : OptionalLong.of(Files.size(Path.of(in)));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Goes to the first line without an answer, and looks whether the last answer fits its line. */
  private void skipAnswered(Lines lines, BulkOutput reports) {
    if (reports.lastLine() == 0) {
      return;
    }
    String digest = "";
    for (long number = 0; number < reports.lastLine() && lines.hasNext(); ) {
      Lines.Line line = lines.next();
      number = line.number();
      digest = number == reports.lastLine() ? digest(line.content()) : "";
    }
    reports.requireSame(digest);
  }

  private interface Question {
    Answered about(Lines.Line line);
  }

  private void verifyAll(Lines lines, BulkOutput reports, Question question) {
    PrintWriter err = spec.commandLine().getErr();
    ProgressBar bar = new ProgressBar(err, progress, size());
    Stream<Lines.Line> inputs =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false)
            .filter(line -> !line.isBlank());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    long[] at = new long[2];
    try (Stream<Answered> answers =
        Bulk.parallel(workers, 4 * threads).map(inputs, question::about)) {
      answers.forEachOrdered(
          answered -> {
            reports.write(answered.line().number(), answered.digest(), answered.report());
            at[0] = answered.line().end();
            bar.show(at[0], ++at[1], reports.totals());
          });
    } finally {
      workers.shutdownNow();
      bar.end(at[0], at[1], reports.totals());
    }
  }

  private static Answered answer(
      Lines.Line line, CredentialVerifier verifier, Optional<Recipient> recipient) {
    SecuredCredential credential = credential(line.content());
    VerificationReport report =
        recipient.isPresent()
            ? verifier.verify(credential, recipient.get())
            : verifier.verify(credential);
    return new Answered(line, digest(line.content()), report);
  }

  /** The credential in a line: what a JSON string holds, or the line itself. */
  private static SecuredCredential credential(byte[] line) {
    try {
      if (line[0] == '"' && Json.read(line, Limits.defaults()) instanceof JsonString token) {
        return SecuredCredential.of(token.value());
      }
    } catch (InvalidDocumentException e) {
      // Then it is no string, and the verifier says what it thinks of the line.
    }
    return SecuredCredential.of(line);
  }

  private static String digest(byte[] line) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(line);
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

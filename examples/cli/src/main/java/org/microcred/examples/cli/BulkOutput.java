package org.microcred.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microcred.model.SafeText;
import org.microcred.verify.Report;
import org.microcred.verify.VerificationReport.Outcome;

/**
 * The file of reports, one a line, which is continued where it ends. A last line that was not
 * written to its end is cut off; a file that holds anything else is left alone.
 */
final class BulkOutput implements AutoCloseable {
  private static final int HEAD = 256;
  private static final Pattern ANSWER =
      Pattern.compile(
          "\\{\"line\":([1-9][0-9]{0,17}),\"digest\":\"(sha256-[A-Za-z0-9+/]{43}=)\","
              + "\"outcome\":\"(VERIFIED|REJECTED|UNDETERMINED)\",.*",
          Pattern.DOTALL);

  private final Path file;
  private final FileChannel channel;
  private final OutputStream out;
  private final BulkTotals totals = new BulkTotals();
  private long lastLine;
  private String lastDigest = "";

  private BulkOutput(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    this.out = Channels.newOutputStream(channel);
  }

  static BulkOutput open(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      BulkOutput output = new BulkOutput(file, channel);
      try {
        output.lock();
        output.continueBehindWhatIsThere();
        return output;
      } catch (Refusal | IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw Refusal.noOutput(
          "cannot write " + SafeText.of(file.toString()) + ": " + Input.reason(e));
    }
  }

  /** Two that write one file would spoil it. The lock ends with the channel. */
  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw new IOException("it is being written", e);
    }
    if (lock == null) {
      throw new IOException("it is being written by another process");
    }
  }

  private void continueBehindWhatIsThere() throws IOException {
    long end = 0;
    try (InputStream in = Files.newInputStream(file)) {
      Lines lines = new Lines(file.toString(), in, HEAD);
      while (lines.hasNext()) {
        Lines.Line line = lines.next();
        Matcher matcher = ANSWER.matcher(new String(line.content(), StandardCharsets.UTF_8));
        boolean isAnswer = matcher.matches();
        if (line.complete() ? !isAnswer : !isAnswer && !matcher.hitEnd()) {
          throw foreign("its line " + line.number() + " is no report of microcred bulk");
        }
        if (line.complete()) {
          long number = Long.parseLong(matcher.group(1));
          if (number <= lastLine) {
            throw foreign("its line " + line.number() + " is out of order");
          }
          lastLine = number;
          lastDigest = matcher.group(2);
          totals.count(Outcome.valueOf(matcher.group(3)));
          end = line.end();
        }
      }
    }
    channel.truncate(end);
    channel.position(end);
  }

  private Refusal foreign(String why) {
    return Refusal.noOutput(
        SafeText.of(file.toString()) + " is not continued: " + why + "; name another file");
  }

  /** The last line of the input that is answered, 0 when none is. */
  long lastLine() {
    return lastLine;
  }

  /** Makes sure that what was answered last is what stands there now. */
  void requireSame(String digest) {
    if (!digest.equals(lastDigest)) {
      throw foreign("it answers another input, which differs in line " + lastLine);
    }
  }

  /** How many there are of each verdict, earlier ones included. */
  BulkTotals totals() {
    return totals;
  }

  void write(long line, String digest, Report report) {
    String json =
        "{\"line\":"
            + line
            + ",\"digest\":\""
            + digest
            + "\","
            + report.toJson().substring(1)
            + "\n";
    try {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.noOutput(
          "cannot write " + SafeText.of(file.toString()) + ": " + Input.reason(e));
    }
    lastLine = line;
    totals.count(report.outcome());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

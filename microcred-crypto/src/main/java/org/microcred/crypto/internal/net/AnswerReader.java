package org.microcred.crypto.internal.net;

import static org.microcred.crypto.internal.net.FetchException.Again.NEVER;
import static org.microcred.crypto.internal.net.FetchException.Again.ONCE;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one HTTP/1.1 answer (RFC 9112) from a server that nobody knows. */
final class AnswerReader {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})(?:[ \t]*;.*)?");
  private static final int HEAD_BYTES = 32 << 10;
  private static final int INTERIM_ANSWERS = 5;

  private final InputStream in;
  private final int bodyBytes;
  private int headBytes;

  AnswerReader(InputStream in, int bodyBytes) {
    this.in = in;
    this.bodyBytes = bodyBytes;
  }

  HttpAnswer read() throws IOException {
    int status;
    Map<String, List<String>> headers;
    int interim = 0;
    do {
      if (interim++ > INTERIM_ANSWERS) {
        throw malformed("one interim answer after the other");
      }
      Matcher first = STATUS.matcher(line());
      if (!first.matches()) {
        throw malformed("no status line");
      }
      status = Integer.parseInt(first.group(1));
      headers = headers();
    } while (status < 200);
    byte[] body = status == 200 ? body(headers) : new byte[0];
    return new HttpAnswer(status, headers, body);
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw malformed("a header without a name");
      }
      headers
          .computeIfAbsent(header.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.group(2).strip());
    }
    return headers;
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    List<String> encodings = headers.getOrDefault("content-encoding", List.of());
    if (!encodings.stream().allMatch("identity"::equalsIgnoreCase)) {
      throw new FetchException(NEVER, "the answer is compressed, which was not asked for");
    }
    List<String> lengths =
        headers.getOrDefault("content-length", List.of()).stream().distinct().toList();
    List<String> transfer = headers.getOrDefault("transfer-encoding", List.of());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (!transfer.isEmpty()) {
      if (!lengths.isEmpty() || !transfer.equals(List.of("chunked"))) {
        throw malformed("unclear where the answer ends");
      }
      chunks(body);
    } else if (lengths.isEmpty()) {
      copy(body, Optional.empty());
    } else if (lengths.size() == 1 && lengths.get(0).matches("[0-9]{1,18}")) {
      long length = Long.parseLong(lengths.get(0));
      if (length > bodyBytes) {
        throw tooLong();
      }
      copy(body, Optional.of((int) length));
    } else {
      throw malformed("unclear where the answer ends");
    }
    return body.toByteArray();
  }

  private void chunks(ByteArrayOutputStream body) throws IOException {
    while (true) {
      headBytes = 0;
      Matcher size = CHUNK.matcher(line());
      if (!size.matches()) {
        throw malformed("a chunk without its size");
      }
      int length = Integer.parseInt(size.group(1), 16);
      if (length == 0) {
        headers(); // trailers are not looked at
        return;
      }
      copy(body, Optional.of(length));
      if (!line().isEmpty()) {
        throw malformed("a chunk longer than its size");
      }
    }
  }

  /** So many bytes, or all until the server closes. */
  private void copy(ByteArrayOutputStream body, Optional<Integer> length) throws IOException {
    if (length.isPresent() && length.get() > bodyBytes - body.size()) {
      throw tooLong();
    }
    byte[] buffer = new byte[8 << 10];
    int left = length.orElse(Integer.MAX_VALUE);
    while (left > 0) {
      int read = in.read(buffer, 0, Math.min(buffer.length, left));
      if (read < 0) {
        if (length.isPresent()) {
          throw truncated();
        }
        return;
      }
      body.write(buffer, 0, read);
      if (body.size() > bodyBytes) {
        throw tooLong();
      }
      left -= read;
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw truncated();
      }
      if (++headBytes > HEAD_BYTES) {
        throw new FetchException(NEVER, "headers of more than " + HEAD_BYTES + " bytes");
      }
      if (next == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
    }
  }

  private static FetchException truncated() {
    return new FetchException(ONCE, "the answer ends too early", new EOFException());
  }

  private FetchException tooLong() {
    return new FetchException(NEVER, "the answer has more than " + bodyBytes + " bytes");
  }

  private static FetchException malformed(String why) {
    return new FetchException(NEVER, "no proper HTTP answer: " + why);
  }
}

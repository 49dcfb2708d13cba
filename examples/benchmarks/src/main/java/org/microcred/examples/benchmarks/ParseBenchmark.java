package org.microcred.examples.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the bytes of a badge to its tree, and on to its types with all rules checked. */
@State(Scope.Thread)
public class ParseBenchmark {
  private static final Work JACKSON = Work.of(ParseBenchmark.class, "jacksonTree");

  static final List<Row> ROWS =
      List.of(
          Row.yardstick("Badge of 4 kB: Jackson's tree", JACKSON),
          Row.beside(JACKSON, "… Json.read, strict", Work.of(ParseBenchmark.class, "strictTree")),
          Row.beside(
                  JACKSON,
                  "… Credential.parse, typed and validated",
                  Work.of(ParseBenchmark.class, "typedCredential"))
              .atMost(3));

  private final ObjectMapper jackson = new ObjectMapper();
  private final byte[] badge = SampleBadge.bytes();

  /** The yardstick: a tree without any rule. */
  @Benchmark
  public JsonNode jacksonTree() throws IOException {
    return jackson.readTree(badge);
  }

  /** Without duplicate members, lone surrogates or broken UTF-8, and within limits. */
  @Benchmark
  public JsonValue strictTree() throws InvalidDocumentException {
    return Json.read(badge, Limits.defaults());
  }

  /** What an application calls. */
  @Benchmark
  public Credential typedCredential() throws InvalidDocumentException {
    return Credential.parse(badge);
  }
}

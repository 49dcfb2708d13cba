package org.microcred.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;

@Tag("hostile")
class JsonTest {
  @Test
  void keepsMemberOrderAndTheSpellingOfNumbers() throws Exception {
    String text = "{\"b\":1.50,\"a\":[1e3,null,true,\"\\u00e9\"]}";
    assertThat(Json.write(Json.read(text, Limits.defaults())))
        .isEqualTo("{\"b\":1.50,\"a\":[1e3,null,true,\"é\"]}");
  }

  @Test
  void namesEveryDuplicateMemberAlsoAfterUnescaping() {
    assertThat(refusal("{\"a\":{\"x\":1,\"\\u0078\":2},\"b\":1,\"b\":2}"))
        .extracting(Violation::code, v -> v.pointer().toString())
        .containsExactly(
            tuple("json.duplicate-member", "/a/x"), tuple("json.duplicate-member", "/b"));
  }

  @Test
  void refusesEmptyTruncatedAndTrailingText() {
    assertThat(codes("")).containsExactly("json.syntax");
    assertThat(codes("{\"a\":")).containsExactly("json.syntax");
    assertThat(codes("{}{}")).containsExactly("json.syntax");
    assertThat(codes("{} x")).containsExactly("json.syntax");
    assertThat(codes("[1,]")).containsExactly("json.syntax");
    assertThat(codes("[NaN]")).containsExactly("json.syntax");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] overlong = {'"', (byte) 0xC0, (byte) 0x80, '"'};
    byte[] mark = "\uFEFF{}".getBytes(StandardCharsets.UTF_8);
    byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16BE);
    assertThat(refusal(overlong)).extracting(Violation::code).containsExactly("json.encoding");
    assertThat(refusal(mark)).extracting(Violation::code).containsExactly("json.encoding");
    assertThat(refusal(utf16)).extracting(Violation::code).containsExactly("json.syntax");
  }

  @Test
  void refusesHalfASurrogatePair() {
    for (String half : List.of("\"\\ud800\"", "\"\ud800\"", "{\"\\udc00\":1}", "{\"\udc00x\":1}")) {
      assertThat(codes(half)).containsAnyOf("json.surrogate", "json.syntax");
    }
  }

  @Test
  void endsAtItsLimits() {
    assertThat(codes("[".repeat(65) + "]".repeat(65))).containsExactly("limit.depth");
    assertThat(codes("[".repeat(100_000))).containsExactly("limit.depth");
    assertThat(codes("1" + "0".repeat(32))).containsExactly("limit.number");
    assertThat(codes("[" + "1,".repeat(200_000) + "1]")).containsExactly("limit.nodes");
    assertThat(codes(" ".repeat(5 << 20))).containsExactly("limit.document");
    assertThat(codes('"' + "x".repeat((2 << 20) + 1) + '"')).containsExactly("limit.string");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " at ",
      value = {
        "{\"a\":[0,{\"b\":\"\\ud800\"}]} at /a/1/b",
        "[[],[\"x\",[1,2],\"\\ud800\"]] at /1/2",
        "[{\"a\":{},\"b\":1,\"a\":[2]}] at /0/a",
        "{\"a\":[1,2345678901]} at /a/1",
        "{\"a\":[1,{\"b\":\"more than eight\"}]} at /a/1/b",
        "{\"a\":[1,{\"more than eight\":1}]} at /a/1",
        "{\"a\":{\"b\":[[1]]}} at /a/b/0",
        "{\"a\":{\"b\":[{\"c\":1}]}} at /a/b/0",
        "{\"a\":[1,2,3,4,5,{},{\"b\":1}]} at /a/6/b",
        "{\"a\":[1,2,3,4,5,6,[7]]} at /a/6/0",
      })
  void tellsWhereAFaultIs(String text, String pointer) {
    Limits small =
        Limits.defaults().toBuilder().depth(3).nodes(9).stringLength(8).numberLength(8).build();
    assertThat(
            catchThrowableOfType(InvalidDocumentException.class, () -> Json.read(text, small))
                .violations())
        .extracting(violation -> violation.pointer().toString())
        .containsExactly(pointer);
  }

  @Test
  void acceptsTheReplacementCharacterWhereItIsWritten() throws Exception {
    byte[] written = "[\"\uFFFD\"]".getBytes(StandardCharsets.UTF_8);
    byte[] broken = {'[', '"', (byte) 0xFF, '"', ']'};
    assertThat(Json.read(written, Limits.defaults()))
        .isEqualTo(JsonArray.of(new JsonString("\uFFFD")));
    assertThat(refusal(broken)).extracting(Violation::code).containsExactly("json.encoding");
  }

  @Test
  void pointersFollowRfc6901() throws Exception {
    JsonValue document = Json.read("{\"a/b\":[{\"m~n\":7}]}", Limits.defaults());
    JsonPointer pointer = JsonPointer.ROOT.child("a/b").child(0).child("m~n");
    assertThat(pointer).hasToString("/a~1b/0/m~0n");
    assertThat(JsonPointer.parse("/a~1b/0/m~0n")).isEqualTo(pointer);
    assertThat(pointer.in(document)).contains(JsonNumber.of(7));
    assertThat(JsonPointer.parse("/a~1b/00").in(document)).isEmpty();
  }

  private static List<String> codes(String text) {
    return refusal(text).stream().map(Violation::code).toList();
  }

  private static List<Violation> refusal(String text) {
    return catchThrowableOfType(
            InvalidDocumentException.class, () -> Json.read(text, Limits.defaults()))
        .violations();
  }

  private static List<Violation> refusal(byte[] bytes) {
    return catchThrowableOfType(
            InvalidDocumentException.class, () -> Json.read(bytes, Limits.defaults()))
        .violations();
  }
}

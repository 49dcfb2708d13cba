package org.microcred.model.internal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

class UnreadTest {
  @ParameterizedTest
  @CsvSource({
    "'', abc",
    "a, bc",
    "ca, b",
    "abc, ''",
    "aabbcc, ''",
    "aab, c",
    "aba, c",
    "abab, c",
    "abca, ''",
    "cbaabc, ''",
  })
  void areThoseThatWereNotReadHoweverOftenOthersWere(String read, String left) {
    assertThat(unread("abc", read)).isEqualTo(left);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 1_000})
  void areFoundAmongMany(int size) {
    String all = IntStream.range('0', '0' + size).mapToObj(Character::toString).collect(joining());
    assertThat(unread(all, all)).isEmpty();
    assertThat(unread(all, all.substring(1))).isEqualTo("0");
    assertThat(unread(all, all.substring(1) + "12")).isEqualTo("0");
    assertThat(unread(all, all.substring(2) + "2")).isEqualTo("01");
  }

  /** Members and names of one letter each. */
  private static String unread(String members, String read) {
    JsonObject.Builder object = JsonObject.builder();
    names(members).forEach(name -> object.put(name, JsonNumber.of(1)));
    Unread unread = new Unread(object.build());
    names(read).forEach(unread::remove);
    return String.join("", unread.members().members().keySet());
  }

  private static List<String> names(String letters) {
    return letters.chars().mapToObj(Character::toString).toList();
  }
}

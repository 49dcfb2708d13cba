package org.microcred.crypto.internal.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.authlete.sd.SDObjectEncoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.microcred.crypto.internal.jose.CompactJws;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonBoolean;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** Held against another implementation, in both directions. */
class SdJwtOracleTest {
  private static final JsonObject CLAIMS =
      SdJwts.json(
          "{'name':'Ädä','address':{'street':'Main \\u0000 \\u2028 1','lines':['a',['b','c'],null]},"
              + "'empty':{},'none':[],'flag':true,'degrees':[{'title':'BSc','year':2020}]}");

  @RepeatedTest(5)
  void theyReadOurs(RepetitionInfo run) throws Exception {
    Frame frame =
        Frame.NONE
            .withPointers(
                List.of(
                        "/name",
                        "/address",
                        "/address/street",
                        "/address/lines/1",
                        "/address/lines/1/0",
                        "/degrees/0",
                        "/degrees/0/year")
                    .stream()
                    .map(JsonPointer::parse)
                    .toList())
            .withDecoys(run.getCurrentRepetition());
    Concealing.Result ours = Concealing.of(CLAIMS, frame, new Random(run.getCurrentRepetition()));
    String text =
        new SdJwtText(
                CompactJws.sign(SdJwts.json(SdJwts.HEADER), ours.payload(), SdJwts.SIGNER),
                ours.disclosures(),
                Optional.empty())
            .toString();
    SDJWT theirs = SDJWT.parse(text);
    Map<String, Object> decoded =
        new SDObjectDecoder().decode(map(ours.payload()), theirs.getDisclosures());
    assertThat(fromJava(decoded)).isEqualTo(CLAIMS);
    assertThat(theirs.getSDHash()).isEqualTo(SdJwts.read(text).hash());
    for (Disclosure disclosure : theirs.getDisclosures()) {
      assertThat(disclosure.digest()).isEqualTo(SdJwts.digest(disclosure.getDisclosure()));
    }
  }

  @RepeatedTest(5)
  void weReadTheirs() {
    SDObjectEncoder encoder =
        new SDObjectEncoder().setDecoyMagnification(1, 2).setHashAlgorithmIncluded(true);
    JsonObject payload = (JsonObject) fromJava(encoder.encode(map(CLAIMS), true));
    String[] disclosures =
        encoder.getDisclosures().stream().map(Disclosure::getDisclosure).toArray(String[]::new);
    assertThat(disclosures).hasSizeGreaterThan(8);
    SdJwtToken token = SdJwts.read(SdJwts.token(payload.toString(), disclosures));
    assertThat(token.payload()).isEqualTo(CLAIMS);
    assertThat(token.revealed()).hasSize(disclosures.length);
  }

  private static Map<String, Object> map(JsonObject object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.members().forEach((name, value) -> put(members, name, toJava(value)));
    return members;
  }

  @SuppressWarnings("NullAway") // null is a value there
  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    members.put(name, value);
  }

  @SuppressWarnings("NullAway") // null is a value there
  private static @Nullable Object toJava(JsonValue value) {
    if (value instanceof JsonObject object) {
      return map(object);
    }
    if (value instanceof JsonArray array) {
      List<Object> items = new ArrayList<>();
      array.items().forEach(item -> items.add(toJava(item)));
      return items;
    }
    if (value instanceof JsonNumber number) {
      return number.value();
    }
    if (value instanceof JsonString text) {
      return text.value();
    }
    return value instanceof JsonBoolean flag ? flag == JsonBoolean.TRUE : null;
  }

  private static JsonValue fromJava(@Nullable Object value) {
    if (value == null) {
      return JsonNull.NULL;
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject.Builder object = JsonObject.builder();
      map.forEach((name, member) -> object.put((String) name, fromJava(member)));
      return object.build();
    }
    if (value instanceof List<?> list) {
      List<JsonValue> items = new ArrayList<>();
      list.forEach(item -> items.add(fromJava(item)));
      return new JsonArray(items);
    }
    if (value instanceof Number number) {
      return JsonNumber.of(new BigDecimal(number.toString()).stripTrailingZeros());
    }
    return value instanceof Boolean flag ? JsonBoolean.of(flag) : new JsonString((String) value);
  }
}

package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class SdJwtProperties {
  private static final Signer KEY = Signer.didKey(TestPairs.pair(SignatureAlgorithm.EDDSA));
  private static final VerificationMethod METHOD =
      EnvelopeKeys.method(TestPairs.pair(SignatureAlgorithm.EDDSA).getPublic());

  private static final JsonObject BADGE = Credentials.badge(KEY.controller());
  private static final SecuredCredential SD_JWT =
      signed(
          CredentialSigner.of(KEY, ProofFormat.VC_SD_JWT)
              .withDisclosable(List.of(JsonPointer.parse("/credentialSubject/achievement"))));
  private static final SecuredCredential COSE =
      signed(CredentialSigner.of(KEY, ProofFormat.VC_COSE));

  private static SecuredCredential signed(CredentialSigner signer) {
    try {
      return signer.sign(BADGE);
    } catch (InvalidDocumentException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Provide
  static Arbitrary<JsonValue> values() {
    return Arbitraries.randomValue(random -> value(random, 4));
  }

  private static JsonValue value(Random random, int depth) {
    List<JsonValue> leaves =
        List.of(
            JsonNull.NULL, new JsonNumber("3.14"), new JsonString("é~/\"_sd"), JsonObject.EMPTY);
    int kind = random.nextInt(depth == 0 ? 1 : 4);
    int size = random.nextInt(4);
    if (kind == 0) {
      return leaves.get(size);
    }
    if (kind == 1) {
      return new JsonArray(
          IntStream.range(0, size).mapToObj(i -> value(random, depth - 1)).toList());
    }
    List<String> names = List.of("a", "b", "", "a/b", "~", "é", "0");
    JsonObject.Builder object = JsonObject.builder();
    for (int i = 0; i < size; i++) {
      object.put(names.get(random.nextInt(names.size())), value(random, depth - 1));
    }
    return object.build();
  }

  @Property(tries = 150)
  void aVerifierSeesExactlyWhatIsShown(
      @ForAll("values") JsonValue value,
      @ForAll List<Boolean> hide,
      @ForAll List<Boolean> show,
      @ForAll @IntRange(max = 2) int decoys)
      throws Exception {
    JsonObject claims =
        JsonObject.builder()
            .put("iss", KEY.controller())
            .put("vct", "urn:x")
            .put("value", value)
            .build();
    List<JsonPointer> places = new ArrayList<>();
    collect(value, JsonPointer.ROOT.child("value"), places);
    List<JsonPointer> hidden = some(places, hide);
    Set<JsonPointer> shown = new LinkedHashSet<>(some(hidden, show));
    SdJwt token =
        SdJwt.parse(
            CredentialSigner.of(KEY, ProofFormat.DC_SD_JWT)
                .withDisclosable(hidden)
                .withDecoys(decoys)
                .sign(claims),
            Limits.defaults());
    assertThat(token.unverifiedClaims()).isEqualTo(claims);
    SdJwt presentation = token.disclose(shown);
    Inspection inspection = open(presentation.toSecuredCredential());
    assertThat(inspection.shape().passed()).isTrue();
    assertThat(inspection.verify(inspection.proofs().get(0), METHOD).passed()).isTrue();
    assertThat(inspection.unverifiedDocument())
        .isEqualTo(seen(claims, hidden, shown, JsonPointer.ROOT));
  }

  @Property(tries = 300)
  void aFlippedBitNeverVerifiesWithOtherContent(
      @ForAll boolean cose, @ForAll @IntRange(max = 100_000) int bit) {
    byte[] bytes = (cose ? COSE : SD_JWT).toBytes();
    int at = bit % (bytes.length * 8);
    bytes[at / 8] ^= (byte) (1 << at % 8);
    try {
      Inspection inspection = open(SecuredCredential.of(bytes));
      boolean verified =
          inspection.shape().passed()
              && inspection.verify(inspection.proofs().get(0), METHOD).passed();
      assertThat(verified && !inspection.unverifiedDocument().equals(BADGE)).isFalse();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
  }

  @Property(tries = 200)
  void arbitraryTextBehindATokenIsRefusedInOneWay(@ForAll String text) {
    String token = SD_JWT.toText().orElseThrow();
    for (String any : List.of(text, token + text, token + text + "~", text + "~" + text)) {
      try {
        SdJwt read = SdJwt.parse(SecuredCredential.of(any), Limits.defaults());
        assertThat(read.toSecuredCredential().toText()).contains(token);
      } catch (InvalidDocumentException e) {
        assertThat(e.violations()).isNotEmpty();
      }
    }
  }

  @Property(tries = 200)
  void arbitraryBytesAreNoMessage(@ForAll byte[] bytes) {
    byte[] message = new byte[bytes.length + 2];
    message[0] = (byte) 0xD2;
    message[1] = (byte) 0x84;
    System.arraycopy(bytes, 0, message, 2, bytes.length);
    for (byte[] any :
        List.of(
            bytes,
            message,
            new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))) {
      try {
        assertThat(open(SecuredCredential.of(any)).shape().passed()).isFalse();
      } catch (InvalidDocumentException e) {
        assertThat(e.violations()).isNotEmpty();
      }
    }
  }

  private static Inspection open(SecuredCredential wire) throws InvalidDocumentException {
    return Inspection.open(wire, InspectionSettings.defaults());
  }

  private static List<JsonPointer> some(List<JsonPointer> places, List<Boolean> chosen) {
    return IntStream.range(0, Math.min(places.size(), chosen.size()))
        .filter(chosen::get)
        .mapToObj(places::get)
        .toList();
  }

  private static void collect(JsonValue value, JsonPointer at, List<JsonPointer> places) {
    if (value instanceof JsonObject object) {
      object
          .members()
          .forEach(
              (name, member) -> {
                places.add(at.child(name));
                collect(member, at.child(name), places);
              });
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        places.add(at.child(i));
        collect(array.items().get(i), at.child(i), places);
      }
    }
  }

  /** What must be seen: what is not hidden, and what is shown or lies around what is shown. */
  private static JsonValue seen(
      JsonValue value, List<JsonPointer> hidden, Set<JsonPointer> shown, JsonPointer at) {
    if (value instanceof JsonObject object) {
      JsonObject.Builder rest = JsonObject.builder();
      object
          .members()
          .forEach(
              (name, member) -> {
                if (isSeen(at.child(name), hidden, shown)) {
                  rest.put(name, seen(member, hidden, shown, at.child(name)));
                }
              });
      return rest.build();
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> rest = new ArrayList<>();
      for (int i = 0; i < array.items().size(); i++) {
        if (isSeen(at.child(i), hidden, shown)) {
          rest.add(seen(array.items().get(i), hidden, shown, at.child(i)));
        }
      }
      return new JsonArray(rest);
    }
    return value;
  }

  private static boolean isSeen(
      JsonPointer place, List<JsonPointer> hidden, Set<JsonPointer> shown) {
    return !hidden.contains(place)
        || shown.stream()
            .map(JsonPointer::tokens)
            .anyMatch(
                tokens ->
                    tokens.size() >= place.tokens().size()
                        && tokens.subList(0, place.tokens().size()).equals(place.tokens()));
  }
}

package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class SignThenVerifyProperties {
  private static Signer key(ProofFormat format) {
    return Signer.didKey(
        TestPairs.pair(
            format.accepts(SignatureAlgorithm.EDDSA)
                ? SignatureAlgorithm.EDDSA
                : SignatureAlgorithm.ES256));
  }

  @Property(tries = 120)
  void aChangedMemberNeverVerifies(
      @ForAll ProofFormat format, @ForAll @IntRange(max = 10_000) int where, @ForAll Change change)
      throws Exception {
    if (!isEnvelope(format)) {
      JsonObject signed =
          (JsonObject)
              Json.read(
                  secured(format).toText().orElseThrow(), org.microcred.model.Limits.defaults());
      List<JsonPointer> places = new ArrayList<>();
      collect(signed, JsonPointer.ROOT, places);
      JsonPointer place = places.get(where % places.size());
      JsonValue changed = change.apply(signed, place.tokens());
      assertThat(verifies(format, SecuredCredential.of(Json.write(changed))))
          .as(place + " " + change)
          .isFalse();
    }
  }

  @Property(tries = 160)
  void aChangedByteOfAnEnvelopeNeverVerifies(
      @ForAll ProofFormat format, @ForAll @IntRange(max = 10_000) int where, @ForAll byte other)
      throws Exception {
    if (isEnvelope(format)) {
      byte[] changed = secured(format).toBytes();
      int at = where % changed.length;
      assertThat(
              changed[at] == other
                  || !verifies(format, SecuredCredential.of(with(changed, at, other))))
          .isTrue();
    }
  }

  private static byte[] with(byte[] bytes, int at, byte other) {
    byte[] changed = bytes.clone();
    changed[at] = other;
    return changed;
  }

  private static boolean isEnvelope(ProofFormat format) {
    return format.name().contains("JWT") || format.name().contains("COSE");
  }

  @Property(tries = 300)
  void openingArbitraryBytesThrowsOneExceptionOnly(@ForAll byte[] bytes) {
    try {
      Inspection inspection =
          Inspection.open(SecuredCredential.of(bytes), InspectionSettings.defaults());
      assertThat(inspection.shape().passed()).isFalse();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
  }

  /** Ways to change one place of a signed document. */
  enum Change {
    REPLACE {
      @Override
      JsonValue at(JsonValue old) {
        if (old instanceof JsonString text) {
          return new JsonString(text.value() + "x");
        }
        return old instanceof JsonNumber ? new JsonNumber("3.75") : new JsonString("other");
      }
    },
    TO_NULL {
      @Override
      JsonValue at(JsonValue old) {
        return org.microcred.model.json.JsonNull.NULL;
      }
    },
    TO_NUMBER {
      @Override
      JsonValue at(JsonValue old) {
        return new JsonNumber("7");
      }
    },
    TO_OBJECT {
      @Override
      JsonValue at(JsonValue old) {
        return JsonObject.builder().put("id", "urn:x:other").build();
      }
    };

    abstract JsonValue at(JsonValue old);

    JsonValue apply(JsonValue document, List<String> path) {
      if (path.isEmpty()) {
        return at(document);
      }
      List<String> rest = path.subList(1, path.size());
      if (document instanceof JsonArray array) {
        int index = Integer.parseInt(path.get(0));
        return new JsonArray(
            IntStream.range(0, array.items().size())
                .mapToObj(
                    i -> i == index ? apply(array.items().get(i), rest) : array.items().get(i))
                .toList());
      }
      JsonObject object = (JsonObject) document;
      return object.with(path.get(0), apply(object.get(path.get(0)).orElseThrow(), rest));
    }
  }

  private static void collect(JsonValue value, JsonPointer at, List<JsonPointer> places) {
    if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> collect(member, at.child(name), places));
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.items().size(); i++) {
        collect(array.items().get(i), at.child(i), places);
      }
    } else {
      places.add(at);
    }
  }

  private static SecuredCredential secured(ProofFormat format) throws Exception {
    String issuer = key(format).controller();
    JsonObject badge =
        switch (format) {
          case OB_JWT_VC_1_1 -> Credentials.badge11(issuer);
          case DC_SD_JWT -> Credentials.sdJwtVc(issuer);
          default -> Credentials.badge(issuer);
        };
    SecuredCredential secured =
        Credentials.shown(format, CredentialSigner.of(key(format), format).sign(badge));
    assertThat(verifies(format, secured)).isTrue();
    return secured;
  }

  /** With the right key, whatever the document says. */
  private static boolean verifies(ProofFormat format, SecuredCredential secured) {
    try {
      Inspection inspection = Inspection.open(secured, InspectionSettings.defaults());
      String url = key(format).verificationMethod();
      VerificationMethod key = TestKeys.of(url, url.substring(url.indexOf('#') + 1));
      return inspection.shape().passed()
          && inspection.context().passed()
          && inspection.proofs().stream().allMatch(proof -> inspection.verify(proof, key).passed());
    } catch (InvalidDocumentException e) {
      return false;
    }
  }
}

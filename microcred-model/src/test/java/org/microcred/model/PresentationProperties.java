package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNull;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

class PresentationProperties {
  private static final List<String> NAMES =
      List.of(
          "@context",
          "id",
          "type",
          "holder",
          "verifiableCredential",
          "termsOfUse",
          "proof",
          "issuer",
          "credentialSubject",
          "validFrom",
          "evidence",
          "relatedResource",
          "digestSRI",
          "digestMultibase",
          "mediaType",
          "ext:x");

  private static final List<JsonValue> VALUES =
      List.of(
          JsonNull.NULL,
          new JsonNumber("1e999999999"),
          new JsonString(""),
          new JsonString("VerifiablePresentation"),
          new JsonString("VerifiableCredential"),
          new JsonString("OpenBadgeCredential"),
          new JsonString("EnvelopedVerifiableCredential"),
          new JsonString("https://www.w3.org/ns/credentials/v2"),
          new JsonString("https://www.w3.org/2018/credentials/v1"),
          new JsonString("data:application/vc+jwt;base64,%zz"),
          new JsonString("data:application/vc+jwt,eyJh.eyJi.c2ln"),
          new JsonString("sha256-AAAA"),
          new JsonString("eyJh.eyJi.c2ln"),
          JsonArray.EMPTY,
          JsonObject.EMPTY);

  /** Whatever object it is: an answer, never an exception. */
  @Property(tries = 2_000)
  void readingNeverThrows(@ForAll long seed) {
    JsonObject json = object(new Random(seed), 4);
    PresentationReading reading = Presentation.read(json);
    assertThat(reading.presentation().isPresent()).isEqualTo(reading.findings().passed());
    reading.presentation().ifPresent(read -> assertThat(read.json()).isSameAs(json));
  }

  /** Parse is the inverse of print. */
  @Property(tries = 100)
  void parsingPrintedPresentationsGivesThemBack(
      @ForAll boolean old, @ForAll boolean holder, @ForAll byte[] content) throws Exception {
    PresentationBuilder builder = Presentation.builder();
    if (old) {
      builder.dataModel(DataModel.VC_1_1).verifiableCredential(EnvelopedCredential.ofJwt("a.b.c"));
    } else if (content.length > 0) {
      builder.verifiableCredential(EnvelopedCredential.of("application/vc+cose", content));
    }
    if (holder) {
      builder.holder(Profile.of("urn:a:b", "Ada"));
    }
    Presentation built = builder.build();
    Presentation read = Presentation.parse(Json.writePretty(built.json()));
    assertThat(read).isEqualTo(built);
    assertThat(read.verifiableCredentials()).isEqualTo(built.verifiableCredentials());
    assertThat(read.toBuilder().build()).isEqualTo(built);
  }

  private static JsonObject object(Random random, int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      members.put("type", VALUES.get(3 + random.nextInt(4)));
      members.put("@context", JsonArray.of(VALUES.get(7 + random.nextInt(2))));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      members.put(NAMES.get(random.nextInt(NAMES.size())), value(random, depth - 1));
    }
    return new JsonObject(members);
  }

  private static JsonValue value(Random random, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return object(random, depth);
    }
    if (depth > 0 && random.nextInt(4) == 0) {
      List<JsonValue> items = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        items.add(value(random, depth - 1));
      }
      return new JsonArray(items);
    }
    return VALUES.get(random.nextInt(VALUES.size()));
  }
}

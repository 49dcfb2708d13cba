package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.Inspection;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.KeyResolver;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.Proof;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Multibase;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** JSON, dates, identifiers. */
final class TextChecks {
  private static final Limits LIMITS = Limits.defaults();

  private TextChecks() {}

  /** What was read is what is written, in every spelling. */
  static void json(byte[] data) throws InvalidDocumentException {
    JsonValue value = Json.read(data, LIMITS);
    assertThat(Json.read(Json.writeBytes(value), LIMITS)).isEqualTo(value);
    assertThat(Json.read(Json.writePretty(value), LIMITS)).isEqualTo(value);
    String canonical;
    try {
      canonical = Json.writeCanonical(value);
    } catch (ArithmeticException e) {
      return; // a number that is no double
    }
    assertThat(Json.writeCanonical(Json.read(canonical, LIMITS))).isEqualTo(canonical);
  }

  /** The two readers of dates agree, and read what they write. */
  static void date(byte[] data) {
    String text = text(data);
    Optional<Instant> created = created(text);
    assertThat(validFrom(text)).isEqualTo(created);
    created.ifPresent(
        instant -> {
          // Beyond the years that four digits spell, an offset can still lead.
          if (!instant.toString().startsWith("+") && !instant.toString().startsWith("0000")) {
            assertThat(created(instant.toString())).contains(instant);
          }
        });
  }

  private static Optional<Instant> validFrom(String text) {
    JsonObject credential =
        JsonObject.builder()
            .put("@context", JsonArray.ofStrings(List.of("https://www.w3.org/ns/credentials/v2")))
            .put("type", JsonArray.ofStrings(List.of("VerifiableCredential")))
            .put("issuer", "did:example:issuer")
            .put("validFrom", text)
            .put("credentialSubject", JsonObject.EMPTY.with("id", new JsonString("did:example:s")))
            .build();
    return Credential.read(credential).credential().flatMap(Credential::validFrom);
  }

  private static Optional<Instant> created(String text) {
    JsonObject proof =
        JsonObject.builder()
            .put("type", "DataIntegrityProof")
            .put("cryptosuite", "eddsa-jcs-2022")
            .put("created", text)
            .put("proofPurpose", "assertionMethod")
            .put("verificationMethod", "did:example:issuer#key")
            .put("proofValue", "z11")
            .build();
    try {
      return Inspection.of(JsonObject.EMPTY.with("proof", proof), InspectionSettings.defaults())
          .proofs()
          .stream()
          .findFirst()
          .flatMap(Proof::created);
    } catch (InvalidDocumentException e) {
      return Optional.empty();
    }
  }

  /** Bytes have one spelling; a controller's document is its own; nothing but https is asked. */
  static void identifier(byte[] data) throws InvalidDocumentException, IOException {
    String text = text(data);
    Multibase.decode(text)
        .ifPresent(
            octets ->
                assertThat(
                        text.startsWith("z")
                            ? Multibase.base58btc(octets)
                            : Multibase.base64url(octets))
                    .isEqualTo(text));
    List<URI> asked = new ArrayList<>();
    resolve(KeyResolver.web(asking(asked)), text);
    resolve(KeyResolver.jwtVcIssuer(asking(asked)), text);
    asked.forEach(
        url -> {
          assertThat(url.getScheme()).isEqualTo("https");
          assertThat(url.getHost()).isNotEmpty();
          assertThat(url.getRawUserInfo()).isNull();
          assertThat(url.getRawFragment()).isNull();
        });
    for (String controller : List.of(text, "did:key:" + text)) {
      KeyResolver.offline().resolve(controller).ifPresent(found -> isAbout(found, controller));
    }
  }

  private static void resolve(KeyResolver resolver, String controller) throws IOException {
    try {
      assertThat(resolver.resolve(controller)).isEmpty();
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    } catch (IOException e) {
      assertThat(e).hasMessageNotContainingAny("\n", "\u001b");
    }
  }

  private static void isAbout(ControllerDocument document, String controller) {
    assertThat(document.id()).isEqualTo(controller);
    assertThat(document.verificationMethods())
        .isNotEmpty()
        .allSatisfy(
            method -> {
              assertThat(method.controller()).isEqualTo(controller);
              assertThat(method.publicKey().isPresent()).isEqualTo(method.findings().passed());
            });
  }

  /** Has nothing, and notes what it was asked for. */
  private static DocumentLoader asking(List<URI> asked) {
    return new DocumentLoader() {
      @Override
      public Optional<LoadedDocument> load(URI url) {
        asked.add(url);
        return Optional.empty();
      }
    };
  }

  static String text(byte[] data) {
    return new String(data, StandardCharsets.UTF_8);
  }
}

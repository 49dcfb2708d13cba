package org.microcred.verify;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementCredentialBuilder;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Profile;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/** An issuer, a learner and a badge, made anew for the tests. */
final class Badges {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String LEARNER = "did:example:learner";

  final Signer key = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
  final CredentialSigner signer = CredentialSigner.of(key, ProofFormat.EDDSA_RDFC_2022);
  final Profile issuer = Profile.of(key.controller(), "Example University");

  AchievementCredentialBuilder badge(String achievement) {
    return AchievementCredential.builder(
            issuer, LEARNER, Achievement.builder(achievement, "Python 101").credits(5).build())
        .validFrom(Instant.parse("2026-01-01T00:00:00Z"));
  }

  AchievementCredentialBuilder badge() {
    return badge("https://uni.example/python-101");
  }

  SecuredCredential sign(AchievementCredentialBuilder badge) {
    try {
      return signer.sign(badge.build());
    } catch (InvalidDocumentException | IOException e) {
      throw new AssertionError(e);
    }
  }

  CredentialVerifier.Builder verifier() {
    return CredentialVerifier.builder(TrustPolicy.issuers(key.controller())).clock(CLOCK);
  }

  static DocumentLoader documents(String url, String content) {
    return DocumentLoader.of(Map.of(URI.create(url), content.getBytes(StandardCharsets.UTF_8)));
  }

  /** The same private key under another name. */
  static Signer renamed(Signer key, String verificationMethod, String controller) {
    return new Signer() {
      @Override
      public SignatureAlgorithm algorithm() {
        return key.algorithm();
      }

      @Override
      public String verificationMethod() {
        return verificationMethod;
      }

      @Override
      public String controller() {
        return controller;
      }

      @Override
      public PublicKey publicKey() {
        return key.publicKey();
      }

      @Override
      public byte[] sign(byte[] data) throws IOException {
        return key.sign(data);
      }
    };
  }

  static JsonObject issuedBy(JsonObject credential, String issuer) {
    JsonObject profile = credential.object("issuer").orElseThrow();
    return credential.with("issuer", profile.with("id", new JsonString(issuer)));
  }

  static JsonObject json(SecuredCredential secured) {
    try {
      return Json.readObject(secured.toBytes(), Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }

  /** What the JSON breaks of the schema, or empty. */
  static Optional<String> conforms(String schema, String json) {
    var result =
        new ValidatorFactory()
            .withJsonNodeFactory(new JakartaJsonNode.Factory())
            .validate(node(schema), node(json));
    return result.isValid()
        ? Optional.empty()
        : Optional.of(
            result.getErrors().stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getError())
                .toList()
                .toString());
  }

  private static JsonNode node(String json) {
    return new JakartaJsonNode.Factory().create(json);
  }
}

package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/** A web of status lists, written by hand: what the tests compare the library with. */
final class StatusLists {
  static final String URL = "https://uni.example/status/1";
  static final int BYTES = 16 * 1024;

  final Badges uni = new Badges();
  final Map<URI, byte[]> web = new HashMap<>();

  /** A bitstring of the smallest size with some bits set, counted from the left. */
  static byte[] bits(int... set) {
    byte[] bits = new byte[BYTES];
    for (int index : set) {
      bits[index / 8] |= (byte) (0x80 >> (index % 8));
    }
    return bits;
  }

  static String encoded(byte[] bits) {
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(gzip(bits));
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static String zlib(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zip = new DeflaterOutputStream(out)) {
      zip.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  /** An entry of Bitstring Status List. */
  static JsonObject entry(String purpose, String index) {
    return JsonObject.builder()
        .put("type", "BitstringStatusListEntry")
        .put("statusPurpose", purpose)
        .put("statusListIndex", index)
        .put("statusListCredential", URL)
        .build();
  }

  /** A list credential without a proof. */
  JsonObject list(String purpose, String encodedList) {
    return JsonObject.builder()
        .put("@context", json("[\"https://www.w3.org/ns/credentials/v2\"]"))
        .put("id", URL)
        .put("type", json("[\"VerifiableCredential\", \"BitstringStatusListCredential\"]"))
        .put("issuer", uni.key.controller())
        .put("validFrom", "2026-05-01T00:00:00Z")
        .put(
            "credentialSubject",
            JsonObject.builder()
                .put("id", URL + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", purpose)
                .put("encodedList", encodedList)
                .build())
        .build();
  }

  static JsonObject withSubject(JsonObject list, String member, JsonValue value) {
    return list.with(
        "credentialSubject", list.object("credentialSubject").orElseThrow().with(member, value));
  }

  static JsonValue json(String text) {
    try {
      return Json.read(text, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e);
    }
  }

  SecuredCredential sign(CredentialSigner signer, JsonObject credential) {
    try {
      return signer.sign(credential);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Puts a signed list where its entries look for it. */
  void publish(JsonObject list) {
    publish(URL, list);
  }

  void publish(String url, JsonObject list) {
    put(url, sign(uni.signer, list).toBytes());
  }

  void put(String url, byte[] content) {
    web.put(URI.create(url), content);
  }

  void put(String url, String content) {
    put(url, content.getBytes(StandardCharsets.UTF_8));
  }

  SecuredCredential badge(JsonValue credentialStatus) {
    return sign(uni.signer, uni.badge().build().json().with("credentialStatus", credentialStatus));
  }

  CredentialVerifier.Builder verifier() {
    return uni.verifier().documents(DocumentLoader.of(web));
  }

  VerificationReport verify(JsonValue credentialStatus) {
    return verifier().build().verify(badge(credentialStatus));
  }

  /** The check about the status passed, or holds exactly this problem. */
  static void assertStatus(
      VerificationReport report, Check.Outcome outcome, Optional<String> code) {
    Check check = report.check(Check.Id.STATUS);
    assertThat(check.outcome()).as(report.explain()).isEqualTo(outcome);
    assertThat(check.problems()).extracting(Problem::code).isEqualTo(code.stream().toList());
    assertThat(report.outcome())
        .as(report.explain())
        .isEqualTo(
            switch (outcome) {
              case PASSED -> VerificationReport.Outcome.VERIFIED;
              case FAILED -> VerificationReport.Outcome.REJECTED;
              default -> VerificationReport.Outcome.UNDETERMINED;
            });
  }

  static void assertOpen(VerificationReport report, String code) {
    assertStatus(report, Check.Outcome.UNDETERMINED, Optional.of(code));
  }

  static void assertPassed(VerificationReport report) {
    assertStatus(report, Check.Outcome.PASSED, Optional.empty());
  }

  static JsonString text(String text) {
    return new JsonString(text);
  }
}

package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

class ResourceDigestTest {
  /** The example of Subresource Integrity §3.1. */
  private static final byte[] SCRIPT = "alert('Hello, world.');".getBytes(StandardCharsets.UTF_8);

  private static final String SHA256 = "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=";
  private static final String SHA384 =
      "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
  private static final String SHA512 =
      "sha512-Q2bFTOhEALkN8hOms2FKTDLy7eugP2zFZ1T8LCvX42Fp3WoNr3bjZSAHeOsHrbV1Fu9/A0EzCinRE7Af1ofPrw==";
  private static final String OTHER_SHA256 =
      "sha256-" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" + "=";
  private static final String OTHER_SHA384 =
      "sha384-" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final String OTHER_SHA512 =
      "sha512-"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "==";
  private static final String MULTIHASH = "uEiCrOctyxE7HgYAI_Z2bRQIoLMIb4eJnWC6rplkOhv9OeA";

  @Test
  void computesTheDigestOfTheSpecification() {
    assertThat(ResourceDigest.sri(DigestAlgorithm.SHA2_384, SCRIPT).digestSRI())
        .containsExactly(SHA384);
    assertThat(ResourceDigest.sri(DigestAlgorithm.SHA2_256, SCRIPT).digestSRI())
        .containsExactly(SHA256);
    assertThat(ResourceDigest.sri(DigestAlgorithm.SHA2_512, SCRIPT).digestSRI())
        .containsExactly(SHA512);
  }

  @ParameterizedTest
  @CsvSource({
    "SHA2_256, uEiCrOctyxE7HgYAI_Z2bRQIoLMIb4eJnWC6rplkOhv9OeA,"
        + " zQmZs3YG8mx4YURqNvjVwhqYwJQs1ZmLFqVgLWAVw8vsKJP",
    "SHA2_384, uIDAfwFGHyPjw72hhq1-7kBnOroD1Eg2Fk7kfXp1BmeArtPrZ6bwxS3UUubna355frE4,"
        + " zQ19g2dyp75d9Mdgpi6uGB9ufb9fpzWzZuQSnhy9V7CzYDwaAe7bQpspCV6toJcY1gtVK",
    "SHA2_512,"
        + " uE0BDZsVM6EQAuQ3yE6azYUpMMvLt66A_bMVnVPwsK9fjYWndag2vduNlIAd46wettXUW738DQTMKKdETsB_Wh8-v,"
        + " z8Vu8hCWhaW5TUF5q6ag3Uytsx8toXZZBY73hVDUF8VmeQNik847XcYugtaDiroY9RDm8ck9qVWGTSMUuWE7HhS4cHU",
    "SHA3_256, uFiCGlOaXvMrqfGczQpAj2yPPo6KkWBKruJleKvSvIpiFHQ,"
        + " zW1iWLYweL9AwssmsVkFHZPEHMvdRpboRkaUNqZzQDDF4zQ",
    "SHA3_384, uFTCAm1n5usoPseJ7qu3CY6wof3NE12uMatHERU6I_14lTo_qYxATbC61FqFZ9rMorM0,"
        + " zG9Gy4y8Sx27RDk9MZu7yW3pddNzMzb8wYF619u5f5e4CVpqfAi9FgommpbvTnRByn55E",
    "SHA3_512,"
        + " uFED8XgB13XJ8v6mnl8dxPA9mKRn0hH1LF62ul40HrPyiFibiCGi3iTNJz4SB5XnCUxT1cGK5PMXRmMdrQiVBFoHO,"
        + " z8tZ773kjxNGAcFVsRuKT86MpjXV1QdocAJge2RtGWFJLH8YTWbsxntPnBnRKb19vAa17grRXGChBnUveTqoj7nJUrq"
  })
  void computesAndChecksMultihashes(DigestAlgorithm algorithm, String base64url, String base58btc) {
    ResourceDigest digest = ResourceDigest.multibase(algorithm, SCRIPT);
    assertThat(digest.digestMultibase()).containsExactly(base64url);
    assertThat(digest.check(SCRIPT).passed()).isTrue();
    assertThat(multibase(base58btc).check(SCRIPT).passed()).isTrue();
    assertThat(codes(multibase(base58btc).check(new byte[0]))).containsExactly("digest.mismatch");
  }

  @ParameterizedTest
  @EnumSource(
      value = DigestAlgorithm.class,
      names = {"SHA3_256", "SHA3_384", "SHA3_512"})
  void subresourceIntegrityHasNoSha3(DigestAlgorithm algorithm) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceDigest.sri(algorithm, SCRIPT))
        .withMessageContaining(algorithm.identifier());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SHA384,
        " " + SHA256 + "\t",
        SHA256 + " " + SHA384 + "  " + SHA512,
        OTHER_SHA384 + " " + SHA384,
        SHA384 + " " + OTHER_SHA384,
        OTHER_SHA256 + " " + SHA512,
        "sha256-junk " + SHA384,
        "sha1024-AAAA " + SHA256,
        "not-a!digest " + SHA256,
        "SHA256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=",
        SHA256 + "?ct=text/javascript?x"
      })
  void oneExpressionWithTheStrongestFunctionIsEnough(String sri) {
    assertThat(sri(sri).check(SCRIPT)).isEqualTo(Findings.none());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OTHER_SHA256,
        SHA256 + " " + OTHER_SHA384,
        OTHER_SHA512 + " " + SHA384 + " " + SHA256,
        OTHER_SHA384 + " sha384-junk",
        "sha384-junk " + OTHER_SHA384
      })
  void aWeakerExpressionDoesNotHelp(String sri) {
    assertThat(codes(sri(sri).check(SCRIPT))).containsExactly("digest.mismatch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \t",
        "sha256",
        "sha256-",
        "sha256-?" + SHA256,
        "-AAAA",
        "sha256-" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sha256-" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "sha256-" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" + "B=",
        "sha256-" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" + "==",
        "sha256-qznLcsROx4GACP2dm0UCKCzCG-HiZ1guq6ZZDob_Tng=",
        "sha256 -qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=",
        "sha256\u00a0-" + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        SHA384 + " sha512",
        SHA384 + " sha512-",
        SHA256 + "\n",
        SHA256 + ",",
        "ſha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=",
        "garbage",
        "sha-1!-AAAA"
      })
  void whatIsNoDigestIsANo(String sri) {
    Findings findings = sri(sri).check(SCRIPT);
    assertThat(codes(findings)).containsExactly("digest.malformed");
    assertThat(findings.failures().get(0).pointer()).hasToString("/digestSRI");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1-AAAA", "md5-AAAA== sha3-AAAA", "blake3-AAAA garbage"})
  void otherFunctionsOfSubresourceIntegrityCouldNotBeFoundOut(String sri) {
    Findings findings = sri(sri).check(SCRIPT);
    assertThat(findings.failures()).isEmpty();
    assertThat(findings.unknowns())
        .extracting(Violation::code)
        .containsExactly("digest.unsupported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "u",
        "z",
        "uEg",
        "uEiA",
        MULTIHASH + "=",
        MULTIHASH + " ",
        MULTIHASH + "A",
        "uEiCrOctyxE7HgYAI_Z2bRQIoLMIb4eJnWC6rplkOhv9OeB",
        "uEiGrOctyxE7HgYAI_Z2bRQIoLMIb4eJnWC6rplkOhv9OeA",
        "uICCrOctyxE7HgYAI_Z2bRQIoLMIb4eJnWC6rplkOhv9OeA",
        "u ",
        "zQmZs3YG8mx4YURqNvjVwhqYwJQs1ZmLFqVgLWAVw8vsKJ0",
        "m EiA",
        "é"
      })
  void whatIsNoMultihashIsANo(String text) {
    Findings findings = multibase(text).check(SCRIPT);
    assertThat(codes(findings)).containsExactly("digest.malformed");
    assertThat(findings.failures().get(0).pointer()).hasToString("/digestMultibase");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mEiCrOctyxE7HgYAI/Z2bRQIoLMIb4eJnWC6rplkOhv9OeA",
        "f1220ab39cb72c44ec7818008fd9d9b4502282cc21be1e267582eaba6590e86ff4e78",
        "uERQAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "uHiAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "uoOQCIAA",
        "uELq9FnJ5YLa5iAszyJ518bXcnlc5P7xp1u-5uJRDYKvc"
      })
  void otherBasesAndFunctionsCouldNotBeFoundOut(String text) {
    Findings findings = multibase(text).check(SCRIPT);
    assertThat(findings.failures()).isEmpty();
    assertThat(findings.unknowns())
        .extracting(Violation::code)
        .containsExactly("digest.unsupported");
  }

  @Test
  void everyDigestThatCanBeComputedMustMatch() {
    String sha3 =
        ResourceDigest.multibase(DigestAlgorithm.SHA3_256, SCRIPT).digestMultibase().get(0);
    assertThat(new ResourceDigest(List.of(SHA384), List.of(MULTIHASH, sha3)).check(SCRIPT).passed())
        .isTrue();
    Findings sriDiffers =
        new ResourceDigest(List.of(OTHER_SHA384), List.of(MULTIHASH)).check(SCRIPT);
    assertThat(codes(sriDiffers)).containsExactly("digest.mismatch");
    Findings secondDiffers =
        new ResourceDigest(
                List.of(SHA384),
                List.of(
                    MULTIHASH,
                    ResourceDigest.multibase(DigestAlgorithm.SHA3_256, new byte[1])
                        .digestMultibase()
                        .get(0)))
            .check(SCRIPT);
    assertThat(secondDiffers.failures())
        .singleElement()
        .satisfies(f -> assertThat(f.pointer()).hasToString("/digestMultibase/1"));
  }

  @Test
  void oneDigestThatMatchesIsEnoughBesideUnknownFunctions() {
    ResourceDigest digest = new ResourceDigest(List.of("sha1-AAAA"), List.of("uERQA", MULTIHASH));
    assertThat(digest.check(SCRIPT)).isEqualTo(Findings.none());
    assertThat(digest.check(new byte[0]).failures())
        .extracting(v -> v.code() + " " + v.pointer())
        .containsExactly("digest.mismatch /digestMultibase/1");
  }

  @Test
  void withoutADigestNothingIsFoundOut() {
    ResourceDigest none = ResourceDigest.of(JsonObject.EMPTY);
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.check(SCRIPT).passed()).isFalse();
    assertThat(none.check(SCRIPT).unknowns())
        .extracting(Violation::code)
        .containsExactly("digest.missing");
  }

  @Test
  void readsWhatAnyObjectStates() throws Exception {
    JsonObject object =
        (JsonObject)
            Json.read(
                "{\"id\":\"https://uni.example/v.mp4\",\"digestSRI\":\"a b\",\"digestMultibase\":[\"u\",7]}",
                Limits.defaults());
    ResourceDigest digest = ResourceDigest.of(object);
    assertThat(digest.digestSRI()).containsExactly("a b");
    assertThat(digest.digestMultibase()).containsExactly("u", "");
    assertThat(codes(digest.check(SCRIPT)))
        .containsExactly("digest.malformed", "digest.malformed", "digest.malformed");
  }

  @Test
  void writesTheMembersItReads() {
    ResourceDigest digest = new ResourceDigest(List.of(SHA384), List.of(MULTIHASH, MULTIHASH));
    assertThat(digest.toJson())
        .hasToString(
            "{\"digestSRI\":\""
                + SHA384
                + "\",\"digestMultibase\":[\""
                + MULTIHASH
                + "\",\""
                + MULTIHASH
                + "\"]}");
    assertThat(ResourceDigest.of(digest.toJson())).isEqualTo(digest);
    assertThat(ResourceDigest.of(JsonObject.EMPTY).toJson()).isEqualTo(JsonObject.EMPTY);
  }

  @Test
  void aFloodOfDigestsHashesTheContentOncePerFunction() {
    byte[] large = new byte[8 << 20];
    ResourceDigest flood = sri((OTHER_SHA512 + " ").repeat(10_000));
    long start = System.nanoTime();
    assertThat(codes(flood.check(large))).containsExactly("digest.mismatch");
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }

  private static ResourceDigest sri(String text) {
    return new ResourceDigest(List.of(text), List.of());
  }

  private static ResourceDigest multibase(String text) {
    return new ResourceDigest(List.of(), List.of(text));
  }

  private static List<String> codes(Findings findings) {
    assertThat(findings.unknowns()).isEmpty();
    return findings.failures().stream().map(Violation::code).toList();
  }
}

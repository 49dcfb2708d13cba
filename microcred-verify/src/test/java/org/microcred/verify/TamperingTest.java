package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.crypto.Secured.Form;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.verify.EveryForm.Sample;
import org.microcred.verify.VerificationReport.Outcome;
import org.microcred.verify.VerificationReport.Verified;

/**
 * Changed bits and cut files in every form: nothing is verified but what was signed, and nothing
 * escapes. The property {@code microcred.flips} says how many bits and how many cuts to try in all.
 */
@Tag("hostile")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingTest {
  /** Where a file ends, a cut is most likely to go unnoticed. */
  private static final int LAST_BYTES = 10;

  private final CredentialVerifier verifier =
      CredentialVerifier.builder(TrustPolicy.anyone()).clock(Badges.CLOCK).build();
  private final List<Sample> samples = EveryForm.samples();
  private final int tries = Integer.getInteger("microcred.flips", 500);
  private final Map<String, int[]> counts = new TreeMap<>();

  List<Sample> samples() {
    return samples;
  }

  /** How often each file is tried, so that every family is tried as often as any other. */
  private int share(Sample sample) {
    long families = samples.stream().map(Sample::family).distinct().count();
    long files = samples.stream().filter(s -> s.family().equals(sample.family())).count();
    return (int) Math.ceil((double) tries / families / files);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aChangedBitNeverVerifiesWhatWasNotSigned(Sample sample) {
    byte[] valid = sample.wire().toBytes();
    JsonValue signed = content(verifier.verify(valid));
    new Random(sample.toString().hashCode())
        .ints(share(sample), 0, valid.length * Byte.SIZE)
        .forEach(
            bit -> {
              byte[] changed = valid.clone();
              changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
              VerificationReport report = answer(changed);
              count(sample, 0);
              if (report.outcome() == Outcome.VERIFIED) {
                count(sample, 1);
                assertThat(sample.wire().form()).as(shown(changed)).isNotEqualTo(Form.JWT);
                assertThat(content(report)).as(shown(changed)).isEqualTo(signed);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aCutFileIsNeverVerified(Sample sample) {
    byte[] valid = sample.wire().toBytes();
    IntStream.concat(
            IntStream.range(Math.max(0, valid.length - LAST_BYTES), valid.length),
            new Random(sample.toString().hashCode()).ints(share(sample), 0, valid.length))
        .filter(length -> !isWhole(sample, valid, length))
        .forEach(
            length -> {
              byte[] cut = Arrays.copyOf(valid, length);
              count(sample, 2);
              assertThat(answer(cut).outcome()).as(shown(cut)).isNotEqualTo(Outcome.VERIFIED);
            });
  }

  @AfterAll
  void tell() {
    counts.forEach(
        (family, n) ->
            System.out.printf(
                "%s: %d changed bits, %d of them without meaning; %d cuts%n",
                family, n[0], n[1], n[2]));
    int[] all = new int[3];
    counts.values().forEach(n -> Arrays.setAll(all, i -> all[i] + n[i]));
    System.out.printf(
        "%d files: %d changed bits, %d of them without meaning; %d cuts%n",
        samples.size(), all[0], all[1], all[2]);
  }

  private VerificationReport answer(byte[] document) {
    VerificationReport report = verifier.verify(document);
    assertThat(report.checks()).hasSize(Check.Id.values().length);
    assertThat(report.explain()).isNotEmpty();
    assertThat(report.toJson()).startsWith("{");
    return report;
  }

  private void count(Sample sample, int what) {
    counts.computeIfAbsent(sample.family(), family -> new int[3])[what]++;
  }

  /**
   * White space at the end says nothing, and the holder of an SD-JWT may withhold disclosures and
   * the key binding.
   */
  private static boolean isWhole(Sample sample, byte[] valid, int length) {
    return IntStream.range(length, valid.length).allMatch(i -> Character.isWhitespace(valid[i]))
        || (sample.wire().form() == Form.SD_JWT && length > 0 && valid[length - 1] == '~');
  }

  /**
   * What is believed. Numbers count by their value, and language tags without case (RFC 5646
   * §2.1.1).
   */
  private static JsonValue content(VerificationReport report) {
    assertThat(report).as(report.explain()).isInstanceOf(Verified.class);
    return byValue(((Verified) report).credential().json());
  }

  private static JsonValue byValue(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return JsonNumber.of(number.value().stripTrailingZeros());
    }
    if (value instanceof JsonArray array) {
      return new JsonArray(array.items().stream().map(TamperingTest::byValue).toList());
    }
    if (value instanceof JsonObject object) {
      JsonObject.Builder members = JsonObject.builder();
      object
          .members()
          .forEach(
              (name, member) ->
                  members.put(
                      name,
                      name.equals("@language") && member instanceof JsonString tag
                          ? new JsonString(tag.value().toLowerCase(Locale.ROOT))
                          : byValue(member)));
      return members.build();
    }
    return value;
  }

  private static String shown(byte[] document) {
    return Base64.getEncoder().encodeToString(document);
  }
}

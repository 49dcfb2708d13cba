package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** What holds for every input. */
class CredentialVerifierProperties {
  private final Badges uni = new Badges();
  private final CredentialVerifier verifier = uni.verifier().build();
  private final byte[] signed = uni.sign(uni.badge()).toBytes();

  @Property(tries = 300)
  void answersWhateverTheBytes(@ForAll byte[] bytes) {
    assertThat(verifier.verify(bytes).outcome()).isNotEqualTo(VerificationReport.Outcome.VERIFIED);
  }

  @Property(tries = 200)
  void answersWhateverStandsInThePlaceOfABadge(@ForAll("pieces") List<String> pieces) {
    String document = String.join("", pieces);
    VerificationReport report = verifier.verify(document);
    if (!document.strip().equals(new String(signed, StandardCharsets.UTF_8))) {
      assertThat(report.outcome()).isNotEqualTo(VerificationReport.Outcome.VERIFIED);
    }
    assertThat(report.checks()).hasSize(Check.Id.values().length);
    assertThat(report.explain()).isNotEmpty();
    assertThat(report.toJson()).startsWith("{");
  }

  @Property(tries = 300)
  void neverVerifiesContentThatWasNotSigned(
      @ForAll @IntRange(min = 0, max = 1 << 20) int place, @ForAll byte value) throws Exception {
    byte[] changed = signed.clone();
    changed[place % changed.length] = value;
    VerificationReport report = verifier.verify(changed);
    if (report.outcome() == VerificationReport.Outcome.VERIFIED) {
      // Only a change that JSON does not mean, such as another blank, may leave it verified.
      assertThat(claims(changed)).isEqualTo(claims(signed));
    }
  }

  @Property(tries = 300)
  void neverVerifiesATokenWithAChangedByte(
      @ForAll @IntRange(min = 0, max = 1 << 20) int place,
      @ForAll byte value,
      @ForAll("formats") ProofFormat format)
      throws Exception {
    Signer key = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
    JsonObject mine = Badges.issuedBy(uni.badge().build().json(), key.controller());
    byte[] token = CredentialSigner.of(key, format).sign(mine).toBytes();
    CredentialVerifier anyone =
        CredentialVerifier.builder(TrustPolicy.anyone()).clock(Badges.CLOCK).build();
    assertThat(anyone.verify(token).outcome()).isEqualTo(VerificationReport.Outcome.VERIFIED);
    byte[] changed = token.clone();
    changed[place % changed.length] = value;
    if (changed[place % changed.length] != token[place % changed.length]) {
      assertThat(anyone.verify(SecuredCredential.of(changed)).outcome())
          .isNotEqualTo(VerificationReport.Outcome.VERIFIED);
    }
  }

  @Provide
  Arbitrary<ProofFormat> formats() {
    return Arbitraries.of(ProofFormat.VC_JWT, ProofFormat.OB_JWT);
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    String badge = new String(signed, StandardCharsets.UTF_8);
    Arbitrary<String> cut =
        Arbitraries.integers()
            .between(0, badge.length() - 20)
            .map(from -> badge.substring(from, Math.min(badge.length(), from + 400)));
    return Arbitraries.oneOf(
            cut,
            Arbitraries.of("{", "}", "[", "]", "\"", ":", ",", "null", "\\u0000", "eyJ", ".", "~"),
            Arbitraries.of(
                badge.substring(0, badge.length() / 2), badge.substring(badge.length() / 2)),
            Arbitraries.strings().ofMaxLength(20))
        .list()
        .ofMaxSize(8);
  }

  private static JsonObject claims(byte[] document) throws Exception {
    return Json.readObject(document, Limits.defaults()).without("proof");
  }
}

package org.microcred.crypto.internal.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.EnvelopeKeys;
import org.microcred.crypto.Relationship;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.TestPairs;
import org.microcred.crypto.internal.Request;
import org.microcred.crypto.internal.cbor.CborWriter;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** RFC 9052 §4.2 and §4.4, VC-JOSE-COSE §3.3. */
class CoseCredentialTest {
  private static final Signer ED25519 = Signer.didKey(TestPairs.pair(SignatureAlgorithm.EDDSA));
  private static final byte[] PAYLOAD = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  private static void nothing(CborWriter header) {
    header.map(0);
  }

  private static void header(CborWriter header) {
    header.map(2).integer(1).integer(-8).integer(16).text("application/vc+cose");
  }

  private static byte[] cbor(Consumer<CborWriter> content) {
    CborWriter writer = new CborWriter();
    content.accept(writer);
    return writer.toBytes();
  }

  /** A message with these headers, validly signed. */
  private static byte[] message(Consumer<CborWriter> header, Consumer<CborWriter> unprotected) {
    byte[] signed = cbor(header);
    byte[] toBeSigned =
        cbor(w -> w.array(4).text("Signature1").bytes(signed).bytes(new byte[0]).bytes(PAYLOAD));
    return cbor(
        w -> {
          w.tag(18).array(4).bytes(signed);
          unprotected.accept(w);
          w.bytes(PAYLOAD).bytes(sign(toBeSigned));
        });
  }

  private static byte[] sign(byte[] data) {
    try {
      return ED25519.sign(data);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static CoseCredential read(byte[] message) {
    try {
      return CoseCredential.read(message, Content.CREDENTIAL, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Findings shape(Consumer<CborWriter> header, Consumer<CborWriter> unprotected) {
    return read(message(header, unprotected)).shape();
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).toList();
  }

  private static void assertRefused(byte[] message, String code) {
    assertThatThrownBy(() -> CoseCredential.read(message, Content.CREDENTIAL, Limits.defaults()))
        .isInstanceOfSatisfying(
            InvalidDocumentException.class,
            e -> assertThat(codes(e.violations())).containsExactly(code));
  }

  @Test
  void signsAndVerifies() throws Exception {
    JsonObject credential = Json.readObject(PAYLOAD, Limits.defaults());
    for (SignatureAlgorithm algorithm :
        List.of(SignatureAlgorithm.EDDSA, SignatureAlgorithm.ES256, SignatureAlgorithm.ES384)) {
      Signer signer = Signer.didKey(TestPairs.pair(algorithm));
      CoseCredential read = read(CoseCredential.sign(credential, signer));
      assertThat(read.credential()).isEqualTo(credential);
      assertThat(read.form()).isEqualTo("vc+cose+" + algorithm.jose());
      assertThat(read.shape()).isEqualTo(Findings.none());
      assertThat(read.proof().verificationMethod()).contains(signer.verificationMethod());
      assertThat(
              read.verify(
                      EnvelopeKeys.method(TestPairs.pair(algorithm).getPublic()), Optional.empty())
                  .passed())
          .isTrue();
    }
  }

  @Test
  void anotherKeyOrAnotherByteDoesNotVerify() {
    byte[] message = message(CoseCredentialTest::header, CoseCredentialTest::nothing);
    assertThat(codes(verify(message, SignatureAlgorithm.ES256).failures()))
        .containsExactly("proof.algorithm");
    assertThat(verify(message, SignatureAlgorithm.EDDSA).passed()).isTrue();
    message[message.length - 1] ^= 1;
    assertThat(codes(verify(message, SignatureAlgorithm.EDDSA).failures()))
        .containsExactly("proof.signature");
  }

  private static Findings verify(byte[] message, SignatureAlgorithm algorithm) {
    return read(message)
        .verify(EnvelopeKeys.method(TestPairs.pair(algorithm).getPublic()), Optional.empty());
  }

  @Test
  void algorithmsThatAreNoDigitalSignaturesAreRefused() {
    for (long number : List.of(5L, -25L, 0L, -65535L, 1L)) {
      assertThat(codes(shape(w -> algorithm(w, number), CoseCredentialTest::nothing).failures()))
          .containsExactly("cose.alg");
    }
    assertThat(codes(shape(w -> w.map(0), CoseCredentialTest::nothing).failures()))
        .containsExactly("cose.alg");
    assertThat(
            codes(
                shape(w -> w.map(1).integer(1).text("ES256"), CoseCredentialTest::nothing)
                    .failures()))
        .containsExactly("cose.alg");
  }

  private static void algorithm(CborWriter writer, long number) {
    writer.map(1).integer(1).integer(number);
  }

  @Test
  void algorithmsThatAreNotBuiltInAreUnknown() {
    Findings findings = shape(w -> algorithm(w, -257), CoseCredentialTest::nothing);
    assertThat(findings.failures()).isEmpty();
    assertThat(codes(findings.unknowns())).containsExactly("proof.unsupported");
    assertThat(read(message(w -> algorithm(w, -257), CoseCredentialTest::nothing)).form())
        .isEqualTo("vc+cose+RS256");
  }

  @Test
  void theAlgorithmIsProtected() {
    assertThat(codes(shape(w -> w.map(0), w -> algorithm(w, -8)).failures()))
        .containsExactly("cose.unprotected", "cose.alg");
    assertThat(codes(shape(CoseCredentialTest::header, w -> algorithm(w, -8)).failures()))
        .containsExactly("cose.duplicate-label", "cose.unprotected");
  }

  @Test
  void typesOfOtherMessagesAreRefused() {
    for (String typ : List.of("application/vp+cose", "vc+jwt", "")) {
      assertThat(
              codes(
                  shape(
                          w -> w.map(2).integer(1).integer(-8).integer(16).text(typ),
                          CoseCredentialTest::nothing)
                      .failures()))
          .containsExactly("cose.typ");
    }
    assertThat(
            codes(
                shape(
                        w -> w.map(2).integer(1).integer(-8).integer(3).text("text/plain"),
                        CoseCredentialTest::nothing)
                    .failures()))
        .containsExactly("cose.content-type");
    assertThat(
            codes(
                shape(
                        w -> w.map(2).integer(1).integer(-8).integer(3).integer(50),
                        CoseCredentialTest::nothing)
                    .failures()))
        .containsExactly("cose.content-type");
  }

  @Test
  void aMissingTypeIsWarnedAboutAndThePrefixMayBeLeftOut() {
    assertThat(codes(shape(w -> algorithm(w, -8), CoseCredentialTest::nothing).warnings()))
        .containsExactly("cose.typ");
    assertThat(
            shape(
                w -> w.map(2).integer(1).integer(-8).integer(16).text("VC+COSE"),
                CoseCredentialTest::nothing))
        .isEqualTo(Findings.none());
  }

  @Test
  void headersThatChangeTheMeaning() {
    assertThat(
            codes(
                shape(
                        w -> w.map(2).integer(1).integer(-8).integer(2).array(1).integer(99),
                        CoseCredentialTest::nothing)
                    .failures()))
        .containsExactly("cose.crit");
    assertThat(
            codes(
                shape(
                        w -> w.map(2).integer(1).integer(-8).integer(15).map(0),
                        CoseCredentialTest::nothing)
                    .unknowns()))
        .containsExactly("cose.unsupported");
    assertThat(
            codes(
                shape(CoseCredentialTest::header, w -> w.map(1).integer(33).bytes(new byte[1]))
                    .warnings()))
        .containsExactly("cose.key-hint");
  }

  @Test
  void theNameOfTheKeyIsBytesInEitherHeader() {
    assertThat(
            read(message(
                    CoseCredentialTest::header, w -> w.map(1).integer(4).bytes(new byte[] {'k'})))
                .proof()
                .keyId())
        .contains("k");
    assertThat(
            read(message(
                    CoseCredentialTest::header, w -> w.map(1).integer(4).bytes(new byte[] {-1})))
                .proof()
                .keyId())
        .isEmpty();
    assertThat(
            codes(shape(CoseCredentialTest::header, w -> w.map(1).integer(4).text("k")).failures()))
        .containsExactly("cose.kid");
  }

  @Test
  void otherMessagesAreRefused() {
    byte[] header = cbor(CoseCredentialTest::header);
    assertRefused(cbor(w -> w.integer(1)), "cose.syntax");
    assertRefused(cbor(w -> w.tag(98).array(0)), "cose.syntax");
    assertRefused(cbor(w -> w.tag(18).array(0)), "cose.syntax");
    assertRefused(
        cbor(w -> w.array(4).bytes(header).map(0).bytes(PAYLOAD).bytes(new byte[64])),
        "cose.syntax");
    assertRefused(
        cbor(w -> w.tag(18).array(4).map(0).map(0).bytes(PAYLOAD).bytes(new byte[64])),
        "cose.syntax");
    assertRefused(
        cbor(w -> w.tag(18).array(4).bytes(new byte[] {1}).map(0).bytes(PAYLOAD).bytes(header)),
        "cose.syntax");
    assertRefused(
        cbor(w -> w.tag(18).array(4).bytes(header).map(0).array(0).bytes(new byte[64])),
        "cose.payload");
    assertRefused(
        cbor(w -> w.tag(18).array(4).bytes(header).map(0).bytes(new byte[0]).bytes(header)),
        "json.syntax");
    assertRefused(
        cbor(w -> w.tag(18).array(4).bytes(new byte[9000]).map(0).bytes(PAYLOAD).bytes(header)),
        "limit.jws-header");
  }

  @Test
  void noHeaderIsNoBytes() {
    assertThat(
            codes(
                read(cbor(
                        w ->
                            w.tag(18)
                                .array(4)
                                .bytes(new byte[0])
                                .map(0)
                                .bytes(PAYLOAD)
                                .bytes(new byte[64])))
                    .shape()
                    .failures()))
        .containsExactly("cose.alg");
  }

  private static CoseCredential presentation(Consumer<CborWriter> claims) throws Exception {
    return CoseCredential.read(
        message(
            w -> {
              w.map(3).integer(1).integer(-8).integer(15);
              claims.accept(w);
              w.integer(16).text("application/vp+cose");
            },
            CoseCredentialTest::nothing),
        Content.PRESENTATION,
        Limits.defaults());
  }

  @Test
  void aPresentationAnswersInTheClaimsOfItsHeader() throws Exception {
    JsonObject document = Json.readObject(PAYLOAD, Limits.defaults());
    CoseCredential read =
        CoseCredential.read(
            CoseCredential.sign(document, new Request("n", "a"), ED25519, Instant.ofEpochSecond(7)),
            Content.PRESENTATION,
            Limits.defaults());
    assertThat(read.shape()).isEqualTo(Findings.none());
    assertThat(read.proof().challenge()).contains("n");
    assertThat(read.proof().domains()).containsExactly("a");
    assertThat(read.proof().created()).contains(Instant.ofEpochSecond(7));
    assertThat(read.proof().purpose()).contains(Relationship.AUTHENTICATION);
    CoseCredential dated =
        presentation(
            w ->
                w.map(3)
                    .integer(3)
                    .array(2)
                    .text("a")
                    .text("b")
                    .integer(4)
                    .integer(9)
                    .integer(5)
                    .integer(8));
    assertThat(dated.shape()).isEqualTo(Findings.none());
    assertThat(dated.proof().domains()).containsExactly("a", "b");
    assertThat(dated.proof().expires()).contains(Instant.ofEpochSecond(9));
    assertThat(dated.proof().notBefore()).contains(Instant.ofEpochSecond(8));
    assertThat(dated.proof().challenge()).isEmpty();
  }

  @Test
  void claimsOfAPresentationAreReadStrictly() throws Exception {
    List<Consumer<CborWriter>> malformed =
        List.of(
            w -> w.map(1).integer(3).integer(1),
            w -> w.map(1).integer(3).array(1).integer(1),
            w -> w.map(1).integer(4).text("9"),
            w -> w.map(1).integer(6).integer(1L << 40),
            w -> w.map(1).integer(10).text("n"),
            w -> w.map(1).integer(10).bytes(new byte[] {(byte) 0xFF}));
    for (Consumer<CborWriter> claims : malformed) {
      assertThat(codes(presentation(claims).shape().failures())).containsExactly("jwt.claim-type");
    }
    assertThat(codes(presentation(w -> w.text("claims")).shape().failures()))
        .containsExactly("cose.syntax");
    assertThat(codes(presentation(w -> w.map(1).integer(1).text("iss")).shape().unknowns()))
        .containsExactly("cose.unsupported");
  }
}

package org.microcred.crypto.internal.dataintegrity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.internal.jsonld.ContextSource;
import org.microcred.crypto.internal.jsonld.SkolemQuads;
import org.microcred.crypto.internal.keys.CheckedSignature;
import org.microcred.crypto.internal.keys.Multikey;
import org.microcred.crypto.internal.keys.Signatures;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Multibase;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * Makes base proofs of {@code ecdsa-sd-2023} (Data Integrity ECDSA Cryptosuites 1.0 §3.6.1): one
 * signature by the issuer, and one for each quad by a key that is thrown away.
 */
final class SdProofMaker {
  /** What the answer of a verifier hangs on is always disclosed. */
  private static final List<JsonPointer> ALWAYS =
      Stream.of(
              "issuer",
              "validFrom",
              "validUntil",
              "issuanceDate",
              "expirationDate",
              "credentialStatus",
              "credentialSchema",
              "relatedResource")
          .map(JsonPointer.ROOT::child)
          .toList();

  private final Signer signer;
  private final InspectionSettings settings;
  private final List<JsonPointer> mandatory;
  private final KeyPair quadKey;
  private final byte[] hmacKey;

  SdProofMaker(Signer signer, InspectionSettings settings, List<JsonPointer> mandatory) {
    this(
        signer,
        settings,
        mandatory,
        KeyPairs.generate(SignatureAlgorithm.ES256),
        random(SdLabels.KEY_BYTES));
  }

  /** With a key for the quads and one for the labels, for published vectors. */
  SdProofMaker(
      Signer signer,
      InspectionSettings settings,
      List<JsonPointer> mandatory,
      KeyPair quadKey,
      byte[] hmacKey) {
    this.signer = signer;
    this.settings = settings;
    this.mandatory = List.copyOf(mandatory);
    this.quadKey = quadKey;
    this.hmacKey = hmacKey.clone();
  }

  /** What is mandatory: what the issuer says, and what the answer hangs on. */
  static List<JsonPointer> mandatory(JsonObject document, List<JsonPointer> pointers) {
    return Stream.concat(
            ALWAYS.stream().filter(pointer -> pointer.in(document).isPresent()), pointers.stream())
        .distinct()
        .toList();
  }

  /** The octets of the proof's value. */
  byte[] sign(JsonObject document, Transformed options)
      throws InvalidDocumentException, IOException {
    SkolemQuads quads =
        SkolemQuads.of(
            document, new ContextSource(settings.contexts(), settings.limits()), settings.budget());
    List<String> lines = quads.lines(SdLabels.of(hmacKey));
    Set<String> always = selected(quads, mandatory);
    List<String> first = new ArrayList<>();
    List<byte[]> signatures = new ArrayList<>();
    for (String line : lines) {
      if (always.contains(line)) {
        first.add(line);
      } else {
        signatures.add(signed(line));
      }
    }
    byte[] publicKey = Multibase.decode(Multikey.encode(quadKey.getPublic())).orElseThrow();
    byte[] signature = CheckedSignature.of(SdData.of(options, publicKey, first), signer);
    return new SdBaseProof(signature, publicKey, hmacKey, signatures, mandatory).toBytes();
  }

  private Set<String> selected(SkolemQuads quads, List<JsonPointer> pointers)
      throws InvalidDocumentException {
    Optional<JsonObject> selection = JsonSelection.of(quads.skolemized(), pointers);
    return selection.isEmpty()
        ? Set.of()
        : new HashSet<>(quads.lines(selection.get(), SdLabels.of(hmacKey)));
  }

  private byte[] signed(String line) {
    try {
      return Signatures.sign(
          SignatureAlgorithm.ES256,
          quadKey.getPrivate(),
          line.getBytes(StandardCharsets.UTF_8),
          Optional.empty());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a new key on P-256 did not sign", e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}

package org.microcred.examples.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.microcred.crypto.Jwk;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.InvalidDocumentException;

/** The issuer's keys, one an algorithm: those of the given files, and new ones for the rest. */
final class Keys {
  private static final List<SignatureAlgorithm> NEEDED =
      List.of(SignatureAlgorithm.EDDSA, SignatureAlgorithm.ES256, SignatureAlgorithm.ES384);

  private final Map<SignatureAlgorithm, Signer> signers = new EnumMap<>(SignatureAlgorithm.class);

  private Keys() {}

  /** Reads private keys as JWKs. */
  static Keys read(List<Path> files) throws IOException, InvalidDocumentException {
    Keys keys = new Keys();
    for (Path file : files) {
      Jwk key = Jwk.parseKeyPair(Files.readString(file));
      keys.signers.put(key.algorithm(), Signer.didKey(key));
    }
    for (SignatureAlgorithm algorithm : NEEDED) {
      keys.signers.computeIfAbsent(algorithm, a -> Signer.didKey(KeyPairs.generate(a)));
    }
    return keys;
  }

  Signer of(SignatureAlgorithm algorithm) {
    Signer signer = signers.get(algorithm);
    if (signer == null) {
      throw new IllegalArgumentException("algorithm: no key for " + algorithm);
    }
    return signer;
  }

  /** Who signs with which algorithm. */
  List<String> issuers() {
    return NEEDED.stream().map(a -> a.jose() + " " + of(a).controller()).toList();
  }
}

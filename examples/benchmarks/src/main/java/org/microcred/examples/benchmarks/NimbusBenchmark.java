package org.microcred.examples.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The same VC-JWT with Nimbus JOSE + JWT: the key is at hand, and the answer is a map of claims.
 * Its EdDSA needs another library.
 */
@State(Scope.Thread)
public class NimbusBenchmark {
  @Param("ES256")
  SignatureAlgorithm algorithm;

  private String token;
  private JWSVerifier verifier;

  /** Signs a badge. */
  @Setup
  public void setUp() throws GeneralSecurityException, JOSEException {
    Jca jca = Jca.fastest();
    Issuer issuer = Issuer.of(algorithm);
    token = issuer.badge(ProofFormat.VC_JWT).toText().orElseThrow();
    verifier =
        algorithm == SignatureAlgorithm.RS256
            ? new RSASSAVerifier((RSAPublicKey) issuer.publicKey(jca))
            : new ECDSAVerifier((ECPublicKey) issuer.publicKey(jca));
    jca.provider().ifPresent(verifier.getJCAContext()::setProvider);
  }

  /** From the token to its claims. */
  @Benchmark
  public JWTClaimsSet verify() throws ParseException, JOSEException {
    SignedJWT jwt = SignedJWT.parse(token);
    if (!jwt.verify(verifier)) {
      throw new IllegalStateException("a sound token does not verify");
    }
    return jwt.getJWTClaimsSet();
  }
}

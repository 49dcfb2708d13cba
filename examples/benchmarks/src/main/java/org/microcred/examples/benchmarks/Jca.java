package org.microcred.examples.benchmarks;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.conscrypt.Conscrypt;
import org.microcred.crypto.SignatureAlgorithm;

/** Who calculates signatures: a provider of the Java Cryptography Architecture. */
public enum Jca {
  /** What Java chooses by itself. */
  JDK(Optional::empty),
  /** Pure Java. */
  BOUNCY_CASTLE(() -> Optional.of(new BouncyCastleProvider())),
  /** BoringSSL; native code for the common machines. */
  CONSCRYPT(() -> Optional.of(Conscrypt.newProvider())),
  /** AWS-LC, the Amazon Corretto Crypto Provider; native code for Linux on x86-64 here. */
  CORRETTO(() -> Optional.of(AmazonCorrettoCryptoProvider.INSTANCE));

  @SuppressWarnings("ImmutableEnumChecker") // providers are set up once
  private final Optional<Provider> provider;

  Jca(Supplier<Optional<Provider>> provider) {
    this.provider = loaded(provider);
  }

  /** {@return the provider to give to the library; empty for the JDK, or when it does not load} */
  Optional<Provider> provider() {
    return provider;
  }

  /** {@return an engine of this provider, and of no other} */
  Signature engine(SignatureAlgorithm algorithm) throws GeneralSecurityException {
    return provider.isPresent()
        ? Signature.getInstance(algorithm.jca(), provider.get())
        : Signature.getInstance(algorithm.jca());
  }

  /**
   * {@return whether it calculates such signatures on this machine, in the form that JOSE wants}
   */
  boolean offers(SignatureAlgorithm algorithm) {
    try {
      return (this == JDK || provider.isPresent()) && engine(algorithm) != null;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** {@return the fastest one of those that load on this machine} */
  static Jca fastest() {
    return Stream.of(CORRETTO, BOUNCY_CASTLE)
        .filter(jca -> jca.offers(SignatureAlgorithm.ES256))
        .findFirst()
        .orElse(JDK);
  }

  private static Optional<Provider> loaded(Supplier<Optional<Provider>> provider) {
    try {
      return provider.get();
    } catch (LinkageError e) {
      // Its native code is for other machines.
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return switch (this) {
      case JDK -> "JDK";
      case BOUNCY_CASTLE -> "BouncyCastle";
      case CONSCRYPT -> "Conscrypt";
      case CORRETTO -> "Corretto";
    };
  }
}

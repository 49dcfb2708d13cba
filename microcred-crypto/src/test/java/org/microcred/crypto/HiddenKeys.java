package org.microcred.crypto;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hardware as JCA shows it: a provider whose private keys have no encoding and no numbers, and work
 * with no other provider. Its ECDSA signatures are in DER only, unless told otherwise.
 */
final class HiddenKeys extends Provider {
  private static final long serialVersionUID = 1L;
  private static final Map<String, KeyPair> TOKEN = new ConcurrentHashMap<>();

  HiddenKeys(Class<? extends SignatureSpi> engine, String... algorithms) {
    super("HiddenKeys", "1", "for tests");
    for (String algorithm : algorithms) {
      putService(
          new Service(this, "Signature", algorithm, engine.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
              return engine == Gone.class ? new Gone() : new Token(algorithm);
            }

            @Override
            public boolean supportsParameter(Object parameter) {
              return parameter instanceof Handle;
            }
          });
    }
  }

  /** The pair with a handle in the place of its private key. */
  static KeyPair hide(KeyPair pair) {
    String label = "key-" + TOKEN.size();
    TOKEN.put(label, pair);
    return new KeyPair(pair.getPublic(), new Handle(label, pair.getPrivate().getAlgorithm()));
  }

  /** Names a key in the token. */
  private record Handle(String label, String algorithm) implements PrivateKey {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
      return algorithm;
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }
  }

  /** Signs for handles. */
  static class Token extends SignatureSpi {
    private final Signature real;

    Token(String algorithm) {
      try {
        this.real = Signature.getInstance(algorithm);
      } catch (java.security.NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      if (!(key instanceof Handle handle)) {
        throw new InvalidKeyException("not in the token");
      }
      real.initSign(Objects.requireNonNull(TOKEN.get(handle.label())).getPrivate());
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      real.initVerify(key);
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
      real.update(b);
    }

    @Override
    protected void engineUpdate(byte[] b, int off, int len) throws SignatureException {
      real.update(b, off, len);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      return real.sign();
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      return real.verify(signature);
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters)
        throws java.security.InvalidAlgorithmParameterException {
      real.setParameter(parameters);
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException(name);
    }
  }

  /** A token that was taken out. */
  static final class Gone extends Token {
    Gone() {
      super("SHA256withECDSA");
    }

    @Override
    protected byte[] engineSign() {
      throw new ProviderException("CKR_DEVICE_REMOVED");
    }
  }
}

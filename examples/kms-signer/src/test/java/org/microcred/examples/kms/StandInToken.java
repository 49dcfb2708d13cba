package org.microcred.examples.kms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreSpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * A token as JCA shows it, made of a PKCS #12 file: a key store that gives handles without any
 * encoding, and signatures in DER for these handles only.
 */
final class StandInToken extends Provider {
  private static final long serialVersionUID = 1L;

  StandInToken(KeyStore keys, char[] pin) {
    super("StandInToken", "1", "a token for tests");
    putService(
        new Service(this, "KeyStore", "PKCS11", Keys.class.getName(), null, null) {
          @Override
          public Object newInstance(Object parameter) {
            return new Keys(keys, pin);
          }
        });
    putService(
        new Service(this, "Signature", "SHA256withECDSA", Engine.class.getName(), null, null) {
          @Override
          public Object newInstance(Object parameter)
              throws java.security.NoSuchAlgorithmException {
            return new Engine();
          }

          @Override
          public boolean supportsParameter(Object parameter) {
            return parameter instanceof Handle;
          }
        });
  }

  /** Stands for a key that nobody gets to see. */
  @SuppressWarnings("serial") // never serialised
  private static final class Handle implements PrivateKey {
    private static final long serialVersionUID = 1L;

    private final PrivateKey hidden;

    Handle(PrivateKey hidden) {
      this.hidden = hidden;
    }

    @Override
    public String getAlgorithm() {
      return "EC";
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

  private static final class Engine extends SignatureSpi {
    private final Signature real;

    Engine() throws java.security.NoSuchAlgorithmException {
      this.real = Signature.getInstance("SHA256withECDSA");
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      if (!(key instanceof Handle handle)) {
        throw new InvalidKeyException("not in this token");
      }
      real.initSign(handle.hidden);
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      throw new InvalidKeyException("this token signs only");
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
    protected boolean engineVerify(byte[] signature) {
      return false;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Keys extends KeyStoreSpi {
    private final KeyStore keys;
    private final char[] pin;

    Keys(KeyStore keys, char[] pin) {
      this.keys = keys;
      this.pin = pin.clone();
    }

    @Override
    public void engineLoad(InputStream stream, char[] password) throws IOException {
      if (!java.util.Arrays.equals(password, pin)) {
        throw new IOException("CKR_PIN_INCORRECT");
      }
    }

    @Override
    public @Nullable Key engineGetKey(String alias, char[] password) {
      try {
        return keys.getKey(alias, pin) instanceof PrivateKey key ? new Handle(key) : null;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public @Nullable Certificate engineGetCertificate(String alias) {
      try {
        return keys.getCertificate(alias);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Certificate[] engineGetCertificateChain(String alias) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Enumeration<String> engineAliases() {
      return Collections.emptyEnumeration();
    }

    @Override
    public boolean engineContainsAlias(String alias) {
      return engineIsKeyEntry(alias);
    }

    @Override
    public boolean engineIsKeyEntry(String alias) {
      return engineGetCertificate(alias) != null;
    }

    @Override
    public boolean engineIsCertificateEntry(String alias) {
      return false;
    }

    @Override
    public int engineSize() {
      return 1;
    }

    @Override
    public Date engineGetCreationDate(String alias) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String engineGetCertificateAlias(Certificate certificate) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void engineSetCertificateEntry(String alias, Certificate certificate) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void engineDeleteEntry(String alias) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void engineStore(OutputStream stream, char[] password) {
      throw new UnsupportedOperationException();
    }
  }
}

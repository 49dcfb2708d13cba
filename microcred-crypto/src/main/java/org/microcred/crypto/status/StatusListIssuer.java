package org.microcred.crypto.status;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.Signer;
import org.microcred.model.Credential;
import org.microcred.model.CredentialStatus;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;

/**
 * An issuer's status list: gives out places at random, sets statuses, signs the list.
 *
 * <pre>{@code
 * var list = StatusListIssuer.builder("https://uni.example/status/1").build();
 * IssuedCredential issued = list.issue(signer, badge);      // with a credentialStatus
 * store(issued.index(), list.toBytes());
 * ...
 * list.set(issued.index(), 1);                              // revoked
 * publish(list.sign(signer, now, Duration.ofDays(1)));      // at the URL of the list
 * }</pre>
 *
 * <p>Thread-safe. It holds nothing outside of memory: keep {@link #toBytes} before what was issued
 * leaves the house, and let one process at a time have the list.
 */
public final class StatusListIssuer {
  private final StatusListSettings settings;
  private final RandomGenerator random;
  private final byte[] octets;
  private final IndexPool pool;

  StatusListIssuer(
      StatusListSettings settings, RandomGenerator random, byte[] octets, IndexPool pool) {
    this.settings = settings;
    this.random = random;
    this.octets = octets;
    this.pool = pool;
  }

  /**
   * {@return a builder of a new list: a Bitstring Status List for revocation with 131,072 entries}
   *
   * @param url where the list will be published; what its entries say cannot be changed later
   */
  public static StatusListBuilder builder(String url) {
    return new StatusListBuilder(Objects.requireNonNull(url, "url"));
  }

  /**
   * {@return the list of which {@link #toBytes} was kept}
   *
   * @param bytes what was kept
   * @throws InvalidDocumentException when it is something else
   */
  public static StatusListIssuer fromBytes(byte[] bytes) throws InvalidDocumentException {
    return StatusListFile.read(bytes, new SecureRandom());
  }

  /** {@return the list and which places are given out, as JSON; it holds no secret} */
  public byte[] toBytes() {
    synchronized (pool) {
      return StatusListFile.write(settings, octets, pool);
    }
  }

  /** {@return where the list is published} */
  public String url() {
    return settings.url();
  }

  /** {@return what kind of list it is} */
  public StatusListFormat format() {
    return settings.format();
  }

  /** {@return how many places there are} */
  public int entries() {
    return settings.entries();
  }

  /** {@return how many places are not given out yet} */
  public int free() {
    synchronized (pool) {
      return pool.free();
    }
  }

  /**
   * {@return a place that was free, drawn at random, and is given out now}
   *
   * @throws IllegalStateException when the list is full
   */
  public int allocate() {
    synchronized (pool) {
      return pool.take(random);
    }
  }

  /**
   * {@return the status in a place}
   *
   * @param index a place that was given out
   * @throws IllegalArgumentException when it was not
   */
  public int get(int index) {
    synchronized (pool) {
      requireTaken(index);
      return list().get(index).orElseThrow();
    }
  }

  /**
   * Sets a status. Verifiers see it once the list is signed and published anew.
   *
   * @param index a place that was given out
   * @param value 0 for "not revoked" and the like; in a token 1 is INVALID and 2 SUSPENDED
   * @throws IllegalArgumentException when the place was not given out, the value does not fit, or a
   *     revocation would be undone, which the specification forbids
   */
  public void set(int index, int value) {
    synchronized (pool) {
      requireTaken(index);
      if (value < 0 || value >= 1 << settings.bits()) {
        throw new IllegalArgumentException("value does not fit into " + settings.bits() + " bits");
      }
      if (value == 0 && settings.isIrreversible() && get(index) != 0) {
        throw new IllegalArgumentException(
            "value: a status for " + settings.purpose() + " is not reversible");
      }
      StatusList.put(octets, settings.bits(), settings.isFromTheLeft(), index, value);
    }
  }

  /**
   * {@return the entry for {@code credentialStatus}}
   *
   * @param index a place that was given out
   * @throws IllegalArgumentException when it was not
   * @throws IllegalStateException when the list is for tokens, which have a claim instead
   */
  public CredentialStatus entry(int index) {
    synchronized (pool) {
      requireTaken(index);
    }
    return settings.entry(index).toStatus();
  }

  /**
   * {@return the credential with one more status: an entry and the context that it needs, or, for
   * tokens, the claim {@code status}}
   *
   * @param credential an unsigned credential, or the claims of an SD-JWT VC
   * @param index a place that was given out
   * @throws IllegalArgumentException when it was not, or the claim is there already
   */
  public JsonObject addTo(JsonObject credential, int index) {
    synchronized (pool) {
      requireTaken(index);
    }
    return StatusReference.add(settings, credential, index);
  }

  /**
   * Signs a credential with a place of its own in this list.
   *
   * @param signer signs it
   * @param credential without proof
   * @return the credential and its place
   * @throws InvalidDocumentException as {@link CredentialSigner#sign(Credential)}; no place is
   *     given out then
   * @throws IOException as there
   * @throws IllegalStateException when the list is full
   */
  public IssuedCredential issue(CredentialSigner signer, Credential credential)
      throws InvalidDocumentException, IOException {
    return issue(signer, List.of(credential)).get(0);
  }

  /**
   * Signs credentials, each with a place of its own in this list: all of them or none.
   *
   * @param signer signs them
   * @param credentials without proofs
   * @return the credentials and their places, in the same order
   * @throws InvalidDocumentException as {@link CredentialSigner#sign(Credential)}; no place is
   *     given out then
   * @throws IOException as there
   * @throws IllegalStateException when the list has not enough places left
   */
  public List<IssuedCredential> issue(
      CredentialSigner signer, List<? extends Credential> credentials)
      throws InvalidDocumentException, IOException {
    Objects.requireNonNull(signer, "signer");
    List<Integer> places = allocate(credentials.size());
    boolean done = false;
    try {
      List<IssuedCredential> issued = new ArrayList<>(credentials.size());
      for (int i = 0; i < credentials.size(); i++) {
        int index = places.get(i);
        SecuredCredential signed =
            signer.sign(StatusReference.add(settings, credentials.get(i).json(), index));
        issued.add(new IssuedCredential(index, signed));
      }
      done = true;
      return List.copyOf(issued);
    } finally {
      if (!done) {
        release(places);
      }
    }
  }

  /**
   * Signs the list as it is now.
   *
   * @param signer its issuer: that of the credentials, or one whom their verifiers name
   * @param from from when on it holds
   * @param validity how long; an older list is not believed afterwards, so sign it anew in time
   * @return the list credential, to be published at {@link #url}
   * @throws InvalidDocumentException as {@link CredentialSigner#sign(JsonObject)}
   * @throws IOException as there
   * @throws IllegalStateException when this is a list for tokens
   */
  public SecuredCredential sign(CredentialSigner signer, Instant from, Duration validity)
      throws InvalidDocumentException, IOException {
    JsonObject list = settings.credential(signer.issuer(), snapshot(), from, from.plus(validity));
    return signer.sign(list);
  }

  /**
   * Signs the list as it is now, as a token.
   *
   * @param signer its issuer: that of the credentials, or one whom their verifiers name
   * @param from from when on it holds
   * @param validity how long; an older list is not believed afterwards, so sign it anew in time
   * @return the status list token, to be published at {@link #url} as {@code
   *     application/statuslist+jwt}
   * @throws IOException when the key could not be reached or refused
   * @throws IllegalStateException when this is no list for tokens
   */
  public String signToken(Signer signer, Instant from, Duration validity) throws IOException {
    return StatusListToken.sign(settings.claims(snapshot(), from, from.plus(validity)), signer);
  }

  /** Signing may take long; the list is not held meanwhile. */
  private byte[] snapshot() {
    synchronized (pool) {
      return octets.clone();
    }
  }

  private StatusList list() {
    return new StatusList(octets, settings.bits(), settings.isFromTheLeft());
  }

  private List<Integer> allocate(int count) {
    synchronized (pool) {
      if (pool.free() < count) {
        throw new IllegalStateException("the list has not enough places left; begin another one");
      }
      List<Integer> places = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        places.add(pool.take(random));
      }
      return places;
    }
  }

  private void release(List<Integer> places) {
    synchronized (pool) {
      places.forEach(pool::release);
    }
  }

  private void requireTaken(int index) {
    if (!pool.isTaken(index)) {
      throw new IllegalArgumentException("index " + index + " was not given out");
    }
  }
}

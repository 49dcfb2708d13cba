package org.microcred.crypto.status;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.microcred.model.StatusMessage;
import org.microcred.model.StatusPurpose;

/**
 * Collects the parts of a {@link StatusListIssuer} that cannot be changed later. Not thread-safe.
 */
public final class StatusListBuilder {
  private final String url;
  private StatusListFormat format = StatusListFormat.BITSTRING;
  private StatusPurpose purpose = StatusPurpose.REVOCATION;
  private int entries = 131_072;
  private int bits = 1;
  private List<StatusMessage> messages = List.of();
  private Optional<Duration> timeToLive = Optional.empty();
  private RandomGenerator random = new SecureRandom();

  StatusListBuilder(String url) {
    this.url = url;
  }

  /** Sets the kind of list; {@link StatusListFormat#BITSTRING} unless set. */
  public StatusListBuilder format(StatusListFormat value) {
    format = Objects.requireNonNull(value, "value");
    return this;
  }

  /** Sets what a status says; {@link StatusPurpose#REVOCATION} unless set. No matter for tokens. */
  public StatusListBuilder purpose(StatusPurpose value) {
    purpose = Objects.requireNonNull(value, "value");
    return this;
  }

  /** Sets how many places there are, a multiple of 8; 131,072 unless set. */
  public StatusListBuilder entries(int value) {
    entries = value;
    return this;
  }

  /** Sets the bits of a status of a token, 1, 2, 4 or 8; 1 unless set. */
  public StatusListBuilder bits(int value) {
    bits = value;
    return this;
  }

  /**
   * Sets what each value means, in a Bitstring Status List; as many as there are values of so many
   * bits.
   */
  public StatusListBuilder messages(List<StatusMessage> value) {
    messages = List.copyOf(value);
    bits = Math.max(1, Integer.numberOfTrailingZeros(messages.size()));
    return this;
  }

  /** Sets for how long verifiers may keep a copy. */
  public StatusListBuilder timeToLive(Duration value) {
    timeToLive = Optional.of(value);
    return this;
  }

  /** Draws places in a way that a test can foresee. */
  StatusListBuilder random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * {@return the list, with no place given out}
   *
   * @throws IllegalArgumentException when the parts do not go together, naming what is wrong
   */
  public StatusListIssuer build() {
    StatusListSettings settings =
        new StatusListSettings(url, format, purpose, entries, bits, messages, timeToLive);
    return new StatusListIssuer(
        settings, random, new byte[settings.octets()], new IndexPool(entries));
  }
}

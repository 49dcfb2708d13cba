package org.microcred.verify.internal;

import java.time.Duration;
import java.util.Optional;
import org.microcred.verify.Recipient;

/**
 * What a presentation must answer.
 *
 * @param challenge what its proof repeats
 * @param domain for whom its proof was made
 * @param signed whether there must be a proof
 * @param holderBinding whether the credentials must be about the holder
 * @param recipient about whom they must be besides
 * @param window how far from now a key binding may have been made
 */
public record Expected(
    Optional<String> challenge,
    Optional<String> domain,
    boolean signed,
    boolean holderBinding,
    Optional<Recipient> recipient,
    Duration window) {

  /** The strictest expectation of an answer to a request. */
  public static Expected of(Optional<String> challenge, Optional<String> domain) {
    return new Expected(challenge, domain, true, true, Optional.empty(), Duration.ofMinutes(5));
  }

  /** The same, without a proof too. */
  public Expected allowingUnsigned() {
    return new Expected(challenge, domain, false, holderBinding, recipient, window);
  }

  /** The same, with credentials about others too. */
  public Expected withoutHolderBinding() {
    return new Expected(challenge, domain, signed, false, recipient, window);
  }

  /** The same, about a person. */
  public Expected about(Recipient person) {
    return new Expected(challenge, domain, signed, holderBinding, Optional.of(person), window);
  }

  /** The same, with another window. */
  public Expected within(Duration other) {
    return new Expected(challenge, domain, signed, holderBinding, recipient, other);
  }
}

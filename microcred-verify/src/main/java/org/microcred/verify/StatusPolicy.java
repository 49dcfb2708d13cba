package org.microcred.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which status lists are believed. Whatever is not believed leaves the status open; it never makes
 * it a yes.
 *
 * <p>By default the strictest: a list counts when the issuer of the credential signed it, its id is
 * the URL that the credential names, and it has at least {@value #MINIMUM_ENTRIES} entries, so that
 * asking for it does not tell whose status is asked for. Trust in issuers does not extend to lists:
 * others who may publish them are named here.
 *
 * <pre>{@code
 * CredentialVerifier.builder(trust)
 *     .status(StatusPolicy.strict().withListIssuers("did:web:status.uni.example"))
 * }</pre>
 *
 * @param listIssuers who may publish lists for every issuer, by their ids. For an unsigned {@code
 *     1EdTechRevocationList} the origin of such an https URL or {@code did:web} counts
 * @param minimumEntries how many entries a Bitstring Status List or Status List 2021 has at least
 *     (Bitstring Status List 1.0 §3.2); a Token Status List may have any number
 * @param anyListId whether the id of a list may be another URL than the credential names, or none;
 *     the {@code sub} of a status list token may not
 */
public record StatusPolicy(Set<String> listIssuers, int minimumEntries, boolean anyListId) {
  /** The number of entries that the specification asks for. */
  public static final int MINIMUM_ENTRIES = 131_072;

  private static final StatusPolicy STRICT = new StatusPolicy(Set.of(), MINIMUM_ENTRIES, false);

  public StatusPolicy {
    listIssuers = Set.copyOf(listIssuers);
    if (minimumEntries < 1) {
      throw new IllegalArgumentException("minimumEntries is not positive");
    }
  }

  /** {@return the policy that every verifier starts with} */
  public static StatusPolicy strict() {
    return STRICT;
  }

  /**
   * {@return the same policy, which believes these issuers of lists, too}
   *
   * @param ids their ids, compared character by character
   */
  public StatusPolicy withListIssuers(String... ids) {
    Set<String> all = new HashSet<>(listIssuers);
    all.addAll(List.of(ids));
    return new StatusPolicy(all, minimumEntries, anyListId);
  }

  /**
   * {@return the same policy with another bound}
   *
   * @param entries how many entries a list has at least, positive; an ecosystem may set another
   *     bound than the specification's
   */
  public StatusPolicy withMinimumEntries(int entries) {
    return new StatusPolicy(listIssuers, entries, anyListId);
  }

  /** {@return the same policy, which does not compare the id of a list with its URL} */
  public StatusPolicy withAnyListId() {
    return new StatusPolicy(listIssuers, minimumEntries, true);
  }
}

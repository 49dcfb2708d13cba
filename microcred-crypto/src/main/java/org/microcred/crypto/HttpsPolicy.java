package org.microcred.crypto;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;

/**
 * What {@link DocumentLoader#https} may do. Nothing but https is ever spoken; cookies, credentials
 * and referrers are never sent; answers are never inflated. Immutable and thread-safe.
 */
public final class HttpsPolicy {
  private static final HttpsPolicy DEFAULTS = new Builder().build();

  private final Duration connectTime;
  private final Duration handshakeTime;
  private final Duration exchangeTime;
  private final int bodyBytes;
  private final int redirects;
  private final int retries;
  private final Duration cacheTime;
  private final int cacheEntries;
  private final long cacheBytes;
  private final Set<String> privateHosts;
  private final Optional<SSLContext> tls;

  private HttpsPolicy(Builder builder) {
    connectTime = builder.connectTime;
    handshakeTime = builder.handshakeTime;
    exchangeTime = builder.exchangeTime;
    bodyBytes = builder.bodyBytes;
    redirects = builder.redirects;
    retries = builder.retries;
    cacheTime = builder.cacheTime;
    cacheEntries = builder.cacheEntries;
    cacheBytes = builder.cacheBytes;
    privateHosts = Set.copyOf(builder.privateHosts);
    tls = builder.tls;
  }

  /** {@return the strictest setting: public addresses only, all bounds in force} */
  public static HttpsPolicy defaults() {
    return DEFAULTS;
  }

  /** {@return a builder that starts with the defaults} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return how long one address may take to answer; 2 seconds unless changed} */
  public Duration connectTime() {
    return connectTime;
  }

  /** {@return how long a read within the TLS handshake may take; 3 seconds unless changed} */
  public Duration handshakeTime() {
    return handshakeTime;
  }

  /**
   * {@return how long asking for a document may take in all, with names, redirects, further tries
   * and the body; 5 seconds unless changed}
   */
  public Duration exchangeTime() {
    return exchangeTime;
  }

  /** {@return how many bytes an answer may have; 2 MiB unless changed} */
  public int bodyBytes() {
    return bodyBytes;
  }

  /** {@return how many redirects are followed; 3 unless changed} */
  public int redirects() {
    return redirects;
  }

  /** {@return how often a server that is busy or broken is asked again; 2 unless changed} */
  public int retries() {
    return retries;
  }

  /** {@return how long a document that proved right is kept at most; 1 hour unless changed} */
  public Duration cacheTime() {
    return cacheTime;
  }

  /** {@return how many documents are kept; 1,000 unless changed} */
  public int cacheEntries() {
    return cacheEntries;
  }

  /** {@return how many bytes the kept documents may have together; 64 MiB unless changed} */
  public long cacheBytes() {
    return cacheBytes;
  }

  /** {@return the hosts, in lower case, that may have addresses that are not public} */
  public Set<String> privateHosts() {
    return privateHosts;
  }

  /** {@return the TLS settings of the caller; empty for those of the runtime} */
  public Optional<SSLContext> tls() {
    return tls;
  }

  /** Makes policies. Not thread-safe. */
  public static final class Builder {
    private Duration connectTime = Duration.ofSeconds(2);
    private Duration handshakeTime = Duration.ofSeconds(3);
    private Duration exchangeTime = Duration.ofSeconds(5);
    private int bodyBytes = 2 << 20;
    private int redirects = 3;
    private int retries = 2;
    private Duration cacheTime = Duration.ofHours(1);
    private int cacheEntries = 1_000;
    private long cacheBytes = 64L << 20;
    private final Set<String> privateHosts = new TreeSet<>();
    private Optional<SSLContext> tls = Optional.empty();

    private Builder() {}

    /**
     * How long one address may take to answer.
     *
     * @param value positive, at most a minute
     */
    public Builder connectTime(Duration value) {
      connectTime = time(value, "connectTime");
      return this;
    }

    /**
     * How long a read within the TLS handshake may take.
     *
     * @param value positive, at most a minute
     */
    public Builder handshakeTime(Duration value) {
      handshakeTime = time(value, "handshakeTime");
      return this;
    }

    /**
     * How long asking for a document may take in all.
     *
     * @param value positive, at most a minute
     */
    public Builder exchangeTime(Duration value) {
      exchangeTime = time(value, "exchangeTime");
      return this;
    }

    /**
     * How many bytes an answer may have.
     *
     * @param value positive
     */
    public Builder bodyBytes(int value) {
      bodyBytes = (int) atLeast(value, 1, "bodyBytes");
      return this;
    }

    /**
     * How many redirects are followed, each of them to https and with the same care.
     *
     * @param value not negative
     */
    public Builder redirects(int value) {
      redirects = (int) atLeast(value, 0, "redirects");
      return this;
    }

    /**
     * How often a server that is busy (429) or broken (5xx) is asked again.
     *
     * @param value not negative
     */
    public Builder retries(int value) {
      retries = (int) atLeast(value, 0, "retries");
      return this;
    }

    /**
     * How long a document that proved right is kept at most; what its server says can only shorten
     * it.
     *
     * @param value not negative; zero keeps nothing
     */
    public Builder cacheTime(Duration value) {
      if (value.isNegative()) {
        throw new IllegalArgumentException("cacheTime is negative");
      }
      cacheTime = value;
      return this;
    }

    /**
     * How many documents are kept, and how many bytes they may have together.
     *
     * @param entries not negative
     * @param bytes not negative
     */
    public Builder cache(int entries, long bytes) {
      cacheEntries = (int) atLeast(entries, 0, "entries");
      cacheBytes = atLeast(bytes, 0, "bytes");
      return this;
    }

    /**
     * Lets hosts have addresses that are not public, for issuers inside the house. Whoever can make
     * a credential can then have these hosts asked.
     *
     * @param hosts names as they stand in URLs
     */
    public Builder allowPrivate(String... hosts) {
      for (String host : hosts) {
        privateHosts.add(host.toLowerCase(Locale.ROOT));
      }
      return this;
    }

    /**
     * TLS settings of the caller, for authorities that the runtime does not know.
     *
     * @param context its trust managers decide which certificates are good; names are compared in
     *     any case
     */
    public Builder tls(SSLContext context) {
      tls = Optional.of(Objects.requireNonNull(context, "context"));
      return this;
    }

    /** {@return the policy} */
    public HttpsPolicy build() {
      return new HttpsPolicy(this);
    }

    private static Duration time(Duration value, String name) {
      if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofMinutes(1)) > 0) {
        throw new IllegalArgumentException(name + " is not between nothing and a minute");
      }
      return value;
    }

    private static long atLeast(long value, long least, String name) {
      if (value < least) {
        throw new IllegalArgumentException(name + " is less than " + least);
      }
      return value;
    }
  }
}

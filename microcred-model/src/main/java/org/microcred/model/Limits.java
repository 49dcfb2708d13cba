package org.microcred.model;

import java.time.Duration;
import java.util.Objects;

/**
 * How much of a stranger's document is looked at before giving up. Going over a limit is never a
 * yes and never a no: it is a {@code limit.*} finding, "could not find out".
 *
 * <p>Immutable and thread-safe. {@link #defaults()} is right for credentials from strangers.
 */
public final class Limits {
  /** The deepest nesting that can be allowed. */
  public static final int MAX_DEPTH = 500;

  private static final Limits DEFAULTS = new Limits(new Builder());

  private final int documentBytes;
  private final int imageBytes;
  private final int depth;
  private final int nodes;
  private final int stringLength;
  private final int numberLength;
  private final int proofs;
  private final int embeddedDepth;
  private final int embeddedCount;
  private final long canonicalisationTicks;
  private final Duration canonicalisationTime;
  private final int jwsHeaderBytes;
  private final int disclosures;
  private final int fetches;
  private final Duration fetchTime;
  private final int statusEntries;
  private final int statusListBytes;

  private Limits(Builder builder) {
    documentBytes = builder.documentBytes;
    imageBytes = builder.imageBytes;
    depth = builder.depth;
    nodes = builder.nodes;
    stringLength = builder.stringLength;
    numberLength = builder.numberLength;
    proofs = builder.proofs;
    embeddedDepth = builder.embeddedDepth;
    embeddedCount = builder.embeddedCount;
    canonicalisationTicks = builder.canonicalisationTicks;
    canonicalisationTime = builder.canonicalisationTime;
    jwsHeaderBytes = builder.jwsHeaderBytes;
    disclosures = builder.disclosures;
    fetches = builder.fetches;
    fetchTime = builder.fetchTime;
    statusEntries = builder.statusEntries;
    statusListBytes = builder.statusListBytes;
  }

  /** {@return the limits for documents from strangers} */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /** {@return a builder that starts with these limits} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.documentBytes = documentBytes;
    builder.imageBytes = imageBytes;
    builder.depth = depth;
    builder.nodes = nodes;
    builder.stringLength = stringLength;
    builder.numberLength = numberLength;
    builder.proofs = proofs;
    builder.embeddedDepth = embeddedDepth;
    builder.embeddedCount = embeddedCount;
    builder.canonicalisationTicks = canonicalisationTicks;
    builder.canonicalisationTime = canonicalisationTime;
    builder.jwsHeaderBytes = jwsHeaderBytes;
    builder.disclosures = disclosures;
    builder.fetches = fetches;
    builder.fetchTime = fetchTime;
    builder.statusEntries = statusEntries;
    builder.statusListBytes = statusListBytes;
    return builder;
  }

  /** {@return the size of a document, in bytes} */
  public int documentBytes() {
    return documentBytes;
  }

  /** {@return the size of a picture that holds a credential, in bytes} */
  public int imageBytes() {
    return imageBytes;
  }

  /** {@return how deeply objects and arrays nest, at most {@value #MAX_DEPTH}} */
  public int depth() {
    return depth;
  }

  /** {@return how many JSON values a document has} */
  public int nodes() {
    return nodes;
  }

  /** {@return the length of a string, in UTF-16 units} */
  public int stringLength() {
    return stringLength;
  }

  /** {@return the length of a number's literal, in characters} */
  public int numberLength() {
    return numberLength;
  }

  /** {@return how many proofs a credential has} */
  public int proofs() {
    return proofs;
  }

  /** {@return how deeply credentials stand inside credentials} */
  public int embeddedDepth() {
    return embeddedDepth;
  }

  /** {@return how many credentials stand inside one, at every depth} */
  public int embeddedCount() {
    return embeddedCount;
  }

  /**
   * {@return the work that RDF canonicalisation may take for one top-level call, its proofs and
   * embedded credentials included, in steps of the algorithm}
   */
  public long canonicalisationTicks() {
    return canonicalisationTicks;
  }

  /** {@return the backstop behind the ticks, which signatures, keys and schemas share} */
  public Duration canonicalisationTime() {
    return canonicalisationTime;
  }

  /** {@return the size of a decoded JWS or COSE header, in bytes} */
  public int jwsHeaderBytes() {
    return jwsHeaderBytes;
  }

  /** {@return how many disclosures an SD-JWT has} */
  public int disclosures() {
    return disclosures;
  }

  /** {@return how many documents one call may ask its loader for} */
  public int fetches() {
    return fetches;
  }

  /** {@return how long one call may wait for its loader before it asks for nothing more} */
  public Duration fetchTime() {
    return fetchTime;
  }

  /** {@return in how many places a credential has its status said} */
  public int statusEntries() {
    return statusEntries;
  }

  /** {@return the size of a status list when it is inflated, in bytes} */
  public int statusListBytes() {
    return statusListBytes;
  }

  /** Changes limits. Not thread-safe. */
  public static final class Builder {
    private int documentBytes = 4 << 20;
    private int imageBytes = 8 << 20;
    private int depth = 64;
    private int nodes = 200_000;
    private int stringLength = 2 << 20;
    private int numberLength = 32;
    private int proofs = 16;
    private int embeddedDepth = 4;
    private int embeddedCount = 1_000;
    private long canonicalisationTicks = 250_000;
    private Duration canonicalisationTime = Duration.ofSeconds(2);
    private int jwsHeaderBytes = 8 << 10;
    private int disclosures = 1_000;
    private int fetches = 64;
    private Duration fetchTime = Duration.ofSeconds(30);
    private int statusEntries = 8;
    private int statusListBytes = 16 << 20;

    private Builder() {}

    /**
     * Sets the size of a document, in bytes.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder documentBytes(int value) {
      documentBytes = positive(value, "documentBytes");
      return this;
    }

    /**
     * Sets the size of a picture that holds a credential, in bytes.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder imageBytes(int value) {
      imageBytes = positive(value, "imageBytes");
      return this;
    }

    /**
     * Sets how deeply objects and arrays nest, at most {@value Limits#MAX_DEPTH}.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder depth(int value) {
      if (value > MAX_DEPTH) {
        throw new IllegalArgumentException("depth is over " + MAX_DEPTH);
      }
      depth = positive(value, "depth");
      return this;
    }

    /**
     * Sets how many JSON values a document has.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder nodes(int value) {
      nodes = positive(value, "nodes");
      return this;
    }

    /**
     * Sets the length of a string, in UTF-16 units.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder stringLength(int value) {
      stringLength = positive(value, "stringLength");
      return this;
    }

    /**
     * Sets the length of a number's literal, in characters.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder numberLength(int value) {
      numberLength = positive(value, "numberLength");
      return this;
    }

    /**
     * Sets how many proofs a credential has.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder proofs(int value) {
      proofs = positive(value, "proofs");
      return this;
    }

    /**
     * Sets how deeply credentials stand inside credentials.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder embeddedDepth(int value) {
      embeddedDepth = positive(value, "embeddedDepth");
      return this;
    }

    /**
     * Sets how many credentials stand inside one, at every depth.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder embeddedCount(int value) {
      embeddedCount = positive(value, "embeddedCount");
      return this;
    }

    /**
     * Sets the work that RDF canonicalisation may take for one top-level call, its proofs and
     * embedded credentials included, in steps of the algorithm.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder canonicalisationTicks(long value) {
      if (value < 1) {
        throw new IllegalArgumentException("canonicalisationTicks is not positive");
      }
      canonicalisationTicks = value;
      return this;
    }

    /**
     * Sets the backstop behind the ticks.
     *
     * @param value not negative
     * @return this builder
     */
    public Builder canonicalisationTime(Duration value) {
      if (Objects.requireNonNull(value, "canonicalisationTime").isNegative()) {
        throw new IllegalArgumentException("canonicalisationTime is negative");
      }
      canonicalisationTime = value;
      return this;
    }

    /**
     * Sets the size of a decoded JWS or COSE header, in bytes.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder jwsHeaderBytes(int value) {
      jwsHeaderBytes = positive(value, "jwsHeaderBytes");
      return this;
    }

    /**
     * Sets how many disclosures an SD-JWT has.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder disclosures(int value) {
      disclosures = positive(value, "disclosures");
      return this;
    }

    /**
     * Sets how many documents one call may ask its loader for.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder fetches(int value) {
      fetches = positive(value, "fetches");
      return this;
    }

    /**
     * Sets how long one call may wait for its loader, over all documents, before it asks for
     * nothing more.
     *
     * @param value not negative
     * @return this builder
     */
    public Builder fetchTime(Duration value) {
      if (Objects.requireNonNull(value, "fetchTime").isNegative()) {
        throw new IllegalArgumentException("fetchTime is negative");
      }
      fetchTime = value;
      return this;
    }

    /**
     * Sets in how many places a credential has its status said.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder statusEntries(int value) {
      statusEntries = positive(value, "statusEntries");
      return this;
    }

    /**
     * Sets the size of a status list when it is inflated, in bytes.
     *
     * @param value at least 1
     * @return this builder
     */
    public Builder statusListBytes(int value) {
      statusListBytes = positive(value, "statusListBytes");
      return this;
    }

    /** {@return the limits} */
    public Limits build() {
      return new Limits(this);
    }

    private static int positive(int value, String name) {
      if (value < 1) {
        throw new IllegalArgumentException(name + " is not positive");
      }
      return value;
    }
  }
}

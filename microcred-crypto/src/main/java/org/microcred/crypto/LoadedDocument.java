package org.microcred.crypto;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** A document that a {@link DocumentLoader} had. Immutable. */
public final class LoadedDocument {
  private final URI url;
  private final Optional<String> contentType;
  private final byte[] content;
  private final Source source;
  private final Duration freshFor;
  private final Duration age;

  /**
   * Makes a loader's answer that is not to be kept.
   *
   * @param url where the document was found in the end
   * @param contentType its media type, when known
   * @param content its bytes
   * @param source how it came here
   */
  public LoadedDocument(URI url, Optional<String> contentType, byte[] content, Source source) {
    this(url, contentType, content, source, Duration.ZERO, Duration.ZERO);
  }

  /**
   * Makes a loader's answer.
   *
   * @param url where the document was found in the end
   * @param contentType its media type, when known
   * @param content its bytes
   * @param source how it came here
   * @param freshFor how long its source lets it be kept from now on, not negative
   * @param age how long ago it came here, not negative; zero when it came just now
   */
  public LoadedDocument(
      URI url,
      Optional<String> contentType,
      byte[] content,
      Source source,
      Duration freshFor,
      Duration age) {
    this.url = Objects.requireNonNull(url, "url");
    this.contentType = Objects.requireNonNull(contentType, "contentType");
    this.content = content.clone();
    this.source = Objects.requireNonNull(source, "source");
    this.freshFor = Objects.requireNonNull(freshFor, "freshFor");
    this.age = Objects.requireNonNull(age, "age");
  }

  /** {@return where the document was found in the end} */
  public URI url() {
    return url;
  }

  /** {@return the media type, when known} */
  public Optional<String> contentType() {
    return contentType;
  }

  /** {@return a copy of the bytes} */
  public byte[] content() {
    return content.clone();
  }

  /** {@return how the document came here} */
  public Source source() {
    return source;
  }

  /** {@return how long its source lets it be kept from now on; zero for not at all} */
  public Duration freshFor() {
    return freshFor;
  }

  /** {@return how long ago it came here; zero when it came just now} */
  public Duration age() {
    return age;
  }

  /** How a document came here, which decides what it may be used for. */
  public enum Source {
    /** It is part of this library and pinned by its digest. */
    BUNDLED,
    /** The caller supplied it and so vouches for it. */
    SUPPLIED,
    /** It came over the network: never believed as a JSON-LD context. */
    NETWORK
  }
}

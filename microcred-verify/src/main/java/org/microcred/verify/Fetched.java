package org.microcred.verify;

import java.net.URI;
import java.util.Objects;

/**
 * A document that a verification asked its loader for.
 *
 * @param url what was asked for
 * @param result what came of it, in one line
 */
public record Fetched(URI url, String result) {
  public Fetched {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(result, "result");
  }
}

package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.Alignment;

/**
 * What an achievement, or a result, is aligned to.
 *
 * @param targetUrl the URL of the target
 * @param targetFramework the name of the framework that it belongs to
 * @param targetCode its code in that framework
 */
public record HeldAlignment(
    String targetUrl, Optional<String> targetFramework, Optional<String> targetCode) {
  public HeldAlignment {
    Objects.requireNonNull(targetUrl, "targetUrl");
    Objects.requireNonNull(targetFramework, "targetFramework");
    Objects.requireNonNull(targetCode, "targetCode");
  }

  /**
   * {@return an alignment by its URL alone}
   *
   * @param targetUrl the URL of the target
   */
  public static HeldAlignment of(String targetUrl) {
    return new HeldAlignment(targetUrl, Optional.empty(), Optional.empty());
  }

  /**
   * {@return an alignment as a badge states it}
   *
   * @param alignment the alignment
   */
  public static HeldAlignment of(Alignment alignment) {
    return new HeldAlignment(
        alignment.targetUrl(), alignment.targetFramework(), alignment.targetCode());
  }
}

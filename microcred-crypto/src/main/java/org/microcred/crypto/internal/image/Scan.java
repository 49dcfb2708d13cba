package org.microcred.crypto.internal.image;

import java.util.List;
import java.util.Optional;

/**
 * What there is to know about a picture without looking at its pixels.
 *
 * @param carrier what holds a badge, when something does
 * @param insertionPoint where a carrier goes, in bytes; never behind the one that is there
 * @param activeContent the kinds of content that a viewer would act on
 */
public record Scan(Optional<Carrier> carrier, int insertionPoint, List<String> activeContent) {
  public Scan {
    activeContent = List.copyOf(activeContent);
  }
}

package org.microcred.crypto.internal.image;

import org.microcred.crypto.internal.image.SvgTags.Kind;
import org.microcred.model.InvalidDocumentException;

/**
 * Bounds on markup, compared before an XML parser sees it: the JDK's takes time that grows with the
 * product of elements and namespaces in scope.
 */
final class SvgBounds {
  static final int MAX_DEPTH = 128;
  static final int MAX_ATTRIBUTES = 200;
  static final int MAX_NAMESPACES = 256;

  /** As many as a document has JSON values. */
  static final int MAX_MARKUP = 200_000;

  private SvgBounds() {}

  /** Refuses what goes over a bound, and every document type declaration. */
  static void check(byte[] svg) throws InvalidDocumentException {
    require(markup(svg) <= MAX_MARKUP, MAX_MARKUP + " pieces of markup");
    SvgTags tags = new SvgTags(svg);
    int[] declared = new int[MAX_DEPTH];
    int depth = 0;
    int inScope = 0;
    while (tags.next()) {
      if (tags.kind() == Kind.END && depth > 0) {
        depth--;
        inScope -= declared[depth];
      } else if (tags.kind() == Kind.START || tags.kind() == Kind.EMPTY) {
        require(tags.attributes() <= MAX_ATTRIBUTES, MAX_ATTRIBUTES + " attributes on an element");
        require(
            inScope + tags.namespaces() <= MAX_NAMESPACES,
            MAX_NAMESPACES + " declarations of namespaces at a time");
        if (tags.kind() == Kind.START) {
          require(depth < MAX_DEPTH, MAX_DEPTH + " elements inside each other");
          declared[depth++] = tags.namespaces();
          inScope += tags.namespaces();
        }
      }
    }
  }

  /** How many elements, comments, sections and references there can be. */
  private static int markup(byte[] svg) {
    int found = 0;
    for (byte b : svg) {
      if (b == '<' || b == '&') {
        found++;
      }
    }
    return found;
  }

  private static void require(boolean kept, String most) throws InvalidDocumentException {
    if (!kept) {
      throw Faults.tooIntricate("the SVG has more than " + most);
    }
  }
}

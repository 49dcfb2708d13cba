package org.microcred.crypto.internal.image;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamReader;

/** Notes what a viewer of an SVG would run, load or follow beyond drawing. */
final class ActiveContent {
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "script", "script",
          "handler", "script",
          "foreignobject", "foreignObject",
          "iframe", "foreign documents",
          "object", "foreign documents",
          "embed", "foreign documents");
  private static final List<String> SCHEMES = List.of("javascript:", "vbscript:");
  private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";

  private final TreeSet<String> kinds = new TreeSet<>();

  /** The kinds that were seen, in order. */
  List<String> kinds() {
    return List.copyOf(kinds);
  }

  /** Looks at the element that the reader stands on. */
  void element(XMLStreamReader in) {
    // Pasted into a page, an SVG is read as HTML, where case does not count.
    String kind = ELEMENTS.get(in.getLocalName().toLowerCase(Locale.ROOT));
    if (kind != null) {
      kinds.add(kind);
    }
    if (XINCLUDE.equals(in.getNamespaceURI())) {
      kinds.add("XInclude");
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).regionMatches(true, 0, "on", 0, 2)) {
        kinds.add("event handlers");
      }
      if (hasScript(in.getAttributeValue(i))) {
        kinds.add("javascript: links");
      }
    }
  }

  /** Looks at a processing instruction. */
  void instruction(String target) {
    if (target.equalsIgnoreCase("xml-stylesheet")) {
      kinds.add("style sheets from elsewhere");
    }
  }

  /** Whether the value holds a URL that is a script, spelled as browsers accept it. */
  private static boolean hasScript(String value) {
    for (int colon = value.indexOf(':'); colon >= 0; colon = value.indexOf(':', colon + 1)) {
      int at = colon;
      if (SCHEMES.stream().anyMatch(scheme -> endsWith(value, at, scheme))) {
        return true;
      }
    }
    return false;
  }

  /** Backwards from the colon, passing over blanks and control characters. */
  private static boolean endsWith(String value, int colon, String scheme) {
    int expected = scheme.length() - 1;
    for (int i = colon; i >= 0; i--) {
      char c = value.charAt(i);
      if (c > ' ') {
        if (Character.toLowerCase(c) != scheme.charAt(expected)) {
          return false;
        }
        if (expected-- == 0) {
          return true;
        }
      }
    }
    return false;
  }
}

package org.microcred.verify.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of reports; the same on every machine, whatever its default language. */
final class Bundles {
  private Bundles() {}

  /** The bundle of that name; the English one where there is none for the language. */
  static ResourceBundle of(String name, Locale locale) {
    return ResourceBundle.getBundle(
        "org.microcred.verify." + name,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}

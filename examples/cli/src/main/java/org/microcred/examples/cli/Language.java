package org.microcred.examples.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** In which language people are told something; what is for machines is the same in all. */
final class Language {
  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "en",
      description = "the language of what is for people: en or de")
  String tag = "en";

  Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}

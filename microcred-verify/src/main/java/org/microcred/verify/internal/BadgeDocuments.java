package org.microcred.verify.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.crypto.LoadedDocument;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.openbadges2.BadgeObject;
import org.microcred.model.openbadges2.Reference;

/** The documents of Open Badges 2.0 that an assertion names, each at its URL, through the door. */
final class BadgeDocuments {
  private final Session session;
  private final List<URI> kept = new ArrayList<>();

  BadgeDocuments(Session session) {
    this.session = session;
  }

  /** A document, or why there is none; findings are told even when there is one. */
  record Found<T>(Optional<T> document, Findings findings) {}

  /** Whether a document of that id lies somewhere: others have names only. */
  static boolean isPlace(String id) {
    return id.startsWith("https://") || id.startsWith("http://");
  }

  /** The document that a reference names: what lies at its URL, whatever is embedded. */
  <T extends BadgeObject> Found<T> get(
      Reference<T> named, JsonPointer place, Function<JsonObject, BadgeObject.Reading<T>> read) {
    String id = named.id().orElse("");
    if (!isPlace(id)) {
      return new Found<>(
          Optional.empty(),
          Findings.unknown(
              new Violation(
                  "ob2.unavailable",
                  place,
                  SafeText.quote(id) + " is no URL at which its document could lie")));
    }
    Found<T> hosted = at(id, place, read);
    if (hosted.document().isPresent()) {
      kept.add(URI.create(KeyCheck.withoutFragment(id)));
    }
    boolean differs =
        hosted.document().isPresent()
            && named.document().filter(own -> !own.json().equals(json(hosted))).isPresent();
    return differs
        ? new Found<>(
            hosted.document(),
            hosted
                .findings()
                .and(
                    Findings.warned(
                        new Violation(
                            "ob2.embedded-differs",
                            place,
                            "the copy in the assertion is not what lies at "
                                + SafeText.quote(id)
                                + "; the latter counts"))))
        : hosted;
  }

  private static <T extends BadgeObject> JsonObject json(Found<T> found) {
    return found.document().orElseThrow().json();
  }

  /** The same, but what is embedded where the id is no place. */
  <T extends BadgeObject> Found<T> getOrEmbedded(
      Reference<T> named, JsonPointer place, Function<JsonObject, BadgeObject.Reading<T>> read) {
    return named.document().isPresent() && !isPlace(named.id().orElse(""))
        ? new Found<>(named.document(), Findings.none())
        : get(named, place, read);
  }

  /** Lets the loader keep what {@link #get} found, now that it proved right. */
  void keep() {
    kept.forEach(url -> session.provedRight(url, Session.UNLIMITED));
  }

  /** The document at a URL; a fragment names something in it. */
  <T extends BadgeObject> Found<T> at(
      String url, JsonPointer place, Function<JsonObject, BadgeObject.Reading<T>> read) {
    JsonObject json;
    try {
      json = json(url);
    } catch (IOException e) {
      return none(Session.unavailable("ob2.unavailable", place, about(url, e)));
    }
    BadgeObject.Reading<T> reading = read.apply(json);
    return new Found<>(reading.document(), told(reading.findings(), url, place));
  }

  /**
   * What lies at a URL.
   *
   * @throws IOException when it could not be had, or is no JSON object
   */
  JsonObject json(String url) throws IOException {
    try {
      LoadedDocument document =
          session
              .load(new URI(KeyCheck.withoutFragment(url)))
              .orElseThrow(() -> new IOException("the loader does not have it"));
      return Json.readObject(document.content(), session.settings().limits());
    } catch (URISyntaxException e) {
      throw new IOException("it is no URL", e);
    } catch (InvalidDocumentException e) {
      throw new IOException("what lies there is no JSON object: " + e.getMessage(), e);
    }
  }

  private static IOException about(String url, IOException e) {
    return Session.isLimit(e)
        ? e
        : new IOException(SafeText.quote(url) + " could not be had: " + Session.why(e), e);
  }

  private static <T> Found<T> none(Violation unknown) {
    return new Found<>(Optional.empty(), Findings.unknown(unknown));
  }

  /** The violations of a document stand there, not in the assertion. */
  private static Findings told(Findings findings, String url, JsonPointer place) {
    Findings told = Findings.none();
    for (Violation failure : findings.failures()) {
      told = told.and(Findings.failed(there(failure, url, place)));
    }
    for (Violation unknown : findings.unknowns()) {
      told = told.and(Findings.unknown(there(unknown, url, place)));
    }
    for (Violation warning : findings.warnings()) {
      told = told.and(Findings.warned(there(warning, url, place)));
    }
    return told;
  }

  private static Violation there(Violation violation, String url, JsonPointer place) {
    return new Violation(
        violation.code(), place, "in the document at " + SafeText.quote(url) + ": " + violation);
  }
}

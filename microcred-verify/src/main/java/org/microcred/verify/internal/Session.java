package org.microcred.verify.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.KeyResolver;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.SafeText;
import org.microcred.verify.Fetched;

/**
 * One top-level call: its instant, the budgets that all of its proofs and embedded credentials
 * share, and what was asked of the outside world. Confined to the calling thread.
 */
public final class Session implements DocumentLoader {
  private final Settings settings;
  private final Instant now;
  private final InspectionSettings inspection;
  private final KeyResolver keys;
  private final Map<URI, Optional<LoadedDocument>> loaded = new LinkedHashMap<>();
  private final List<Fetched> fetched = new ArrayList<>();
  private int embedded;

  /**
   * Starts a call.
   *
   * @param now the instant of the verification
   */
  public Session(Settings settings, Instant now) {
    this.settings = settings;
    this.now = now;
    this.inspection =
        new InspectionSettings(
            this, settings.limits(), WorkBudget.of(settings.limits()), settings.provider());
    this.keys = settings.keys().orElseGet(() -> KeyResolver.offline().or(KeyResolver.web(this)));
  }

  Settings settings() {
    return settings;
  }

  Instant now() {
    return now;
  }

  InspectionSettings inspection() {
    return inspection;
  }

  KeyResolver keys() {
    return keys;
  }

  List<Fetched> fetched() {
    return List.copyOf(fetched);
  }

  /** Counts one embedded credential; false when there are too many in this call. */
  boolean countEmbedded() {
    return ++embedded <= settings.limits().embeddedCount();
  }

  /** Asks the caller's loader, each URL once, and writes down what came of it. */
  @Override
  public Optional<LoadedDocument> load(URI url) throws IOException {
    Optional<LoadedDocument> known = loaded.get(url);
    if (known != null) {
      return known;
    }
    if (fetched.size() >= settings.limits().fetches()) {
      throw new IOException(
          "not asked for "
              + url
              + ": one verification may ask for "
              + settings.limits().fetches()
              + " documents (limit.fetches)");
    }
    try {
      Optional<LoadedDocument> document = settings.documents().load(url);
      loaded.put(url, document);
      fetched.add(new Fetched(url, document.map(Session::describe).orElse("not to be had")));
      return document;
    } catch (IOException e) {
      fetched.add(new Fetched(url, "could not be found out: " + why(e)));
      throw e;
    }
  }

  @Override
  public Optional<LoadedDocument> supplied(URI url) {
    Optional<LoadedDocument> document = settings.documents().supplied(url);
    if (document.isPresent() && loaded.put(url, document) == null) {
      fetched.add(new Fetched(url, describe(document.get())));
    }
    return document;
  }

  /** Why something could not be found out, in a form that is safe to show. */
  static String why(IOException e) {
    return SafeText.of(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static String describe(LoadedDocument document) {
    String how =
        switch (document.source()) {
          case BUNDLED -> "bundled";
          case SUPPLIED -> "supplied by the caller";
          case NETWORK -> "from the network";
        };
    return how + ", " + document.content().length + " bytes";
  }
}

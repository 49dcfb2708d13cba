package org.microcred.verify.internal;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.ControllerDocument;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.InspectionSettings;
import org.microcred.crypto.KeyResolver;
import org.microcred.crypto.LoadedDocument;
import org.microcred.crypto.WorkBudget;
import org.microcred.model.Credential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;
import org.microcred.verify.Fetched;
import org.microcred.verify.VerificationEvent;

/**
 * One top-level call: its instant, the budgets that all of its proofs and embedded credentials
 * share, and what was asked of the outside world. Confined to the calling thread.
 */
public final class Session implements DocumentLoader {
  static final Duration UNLIMITED = Duration.ofDays(365);

  private final Settings settings;
  private final Instant now;
  private final Observer observer;
  private final InspectionSettings inspection;
  private final Controllers controllers;
  private final Controllers sdJwtVcIssuers;
  private final Map<URI, Optional<LoadedDocument>> loaded = new LinkedHashMap<>();
  private final Map<URI, IOException> failed = new LinkedHashMap<>();
  private final List<Fetched> fetched = new ArrayList<>();
  private final StatusLists statusLists = new StatusLists(this);
  private Duration waited = Duration.ZERO;
  private final SchemaWork schemas;
  private int embedded;

  /**
   * Starts a call.
   *
   * @param now the instant of the verification
   */
  public Session(Settings settings, Instant now) {
    this.settings = settings;
    this.now = now;
    this.observer = new Observer(settings.listener());
    this.inspection =
        new InspectionSettings(
            this, settings.limits(), WorkBudget.of(settings.limits()), settings.provider());
    this.schemas = new SchemaWork(inspection.budget(), SchemaWork.STEPS);
    KeyResolver offline = KeyResolver.offline();
    KeyResolver web = KeyResolver.web(this);
    this.controllers =
        new Controllers(settings.keys().orElseGet(() -> offline.or(web)), false, this);
    this.sdJwtVcIssuers =
        new Controllers(
            settings.keys().orElseGet(() -> offline.or(KeyResolver.jwtVcIssuer(this)).or(web)),
            true,
            this);
  }

  Settings settings() {
    return settings;
  }

  Instant now() {
    return now;
  }

  Observer observer() {
    return observer;
  }

  InspectionSettings inspection() {
    return inspection;
  }

  SchemaWork schemas() {
    return schemas;
  }

  StatusLists statusLists() {
    return statusLists;
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
    IOException earlier = failed.get(url);
    if (earlier != null) {
      throw earlier;
    }
    Optional<LoadedDocument> known = loaded.get(url);
    if (known != null) {
      return known;
    }
    if (fetched.size() >= settings.limits().fetches()) {
      throw new FetchLimitException(
          "limit.fetches",
          "not asked for "
              + url
              + ": one verification may ask for "
              + settings.limits().fetches()
              + " documents");
    }
    if (waited.compareTo(settings.limits().fetchTime()) >= 0) {
      throw new FetchLimitException(
          "limit.time",
          "not asked for "
              + url
              + ": one verification may wait "
              + settings.limits().fetchTime().toSeconds()
              + " s for documents");
    }
    long start = System.nanoTime();
    VerificationEvent.Fetched.Result result = VerificationEvent.Fetched.Result.UNKNOWN;
    try {
      Optional<LoadedDocument> document = ask("loader", () -> settings.documents().load(url));
      loaded.put(url, document);
      result =
          document.isPresent()
              ? VerificationEvent.Fetched.Result.FOUND
              : VerificationEvent.Fetched.Result.NONE;
      fetched.add(new Fetched(url, document.map(Session::describe).orElse("not to be had")));
      return document;
    } catch (IOException e) {
      failed.put(url, e);
      fetched.add(new Fetched(url, "could not be found out: " + why(e)));
      throw e;
    } catch (InvalidDocumentException e) {
      throw new IOException(e);
    } finally {
      waited = waited.plusNanos(System.nanoTime() - start);
      observer.fetched(url, result, start);
    }
  }

  @Override
  public Optional<LoadedDocument> supplied(URI url) {
    Optional<LoadedDocument> document;
    try {
      document = ask("loader", () -> settings.documents().supplied(url));
    } catch (IOException | InvalidDocumentException e) {
      return Optional.empty();
    }
    if (document.isPresent() && loaded.put(url, document) == null) {
      fetched.add(new Fetched(url, describe(document.get())));
    }
    return document;
  }

  /** What is part of the library, or was supplied by the caller; nothing is asked for. */
  Optional<LoadedDocument> atHand(URI url) throws IOException {
    Optional<LoadedDocument> bundled = DocumentLoader.bundled().load(url);
    return bundled.isPresent() ? bundled : supplied(url);
  }

  /**
   * Lets a loader keep a document that proved right.
   *
   * @param atMost how long it may be kept, by what stands in it
   */
  void provedRight(URI url, Duration atMost) {
    Optional<LoadedDocument> document = loaded.getOrDefault(url, Optional.empty());
    if (document.isPresent()) {
      try {
        settings.documents().keep(url, document.get(), atMost);
      } catch (RuntimeException ignored) {
        // what a loader keeps has no part in the answer
      }
    }
  }

  /** The documents of those whose keys proofs name by a URL, and of issuers and holders. */
  Controllers controllers() {
    return controllers;
  }

  /** The documents of issuers: those of SD-JWT VCs with an https URL publish their keys apart. */
  Controllers issuers(boolean ofSdJwtVc) {
    return ofSdJwtVc ? sdJwtVcIssuers : controllers;
  }

  /** Asks a resolver for a controller document. */
  Optional<ControllerDocument> resolve(KeyResolver resolver, String id)
      throws IOException, InvalidDocumentException {
    Set<URI> before = Set.copyOf(loaded.keySet());
    Optional<ControllerDocument> document = ask(resolver, id);
    if (document.isPresent()) {
      loaded.keySet().stream()
          .filter(url -> !before.contains(url))
          .forEach(url -> provedRight(url, UNLIMITED));
    }
    return document;
  }

  /** Every key in a document is decoded, so that strangers can make work. */
  private Optional<ControllerDocument> ask(KeyResolver resolver, String id)
      throws IOException, InvalidDocumentException {
    if (inspection.budget().isOver()) {
      throw new FetchLimitException(
          "limit.deadline", "no more keys are read: the time for such work is used up");
    }
    WorkBudget.Timer timer = inspection.budget().start();
    try {
      return ask("key resolver", () -> resolver.resolve(id));
    } finally {
      timer.stop();
    }
  }

  /** Asks the trust policy about a credential. */
  Optional<String> accepts(Credential credential) throws IOException {
    try {
      return ask("trust policy", () -> settings.trust().accepts(credential));
    } catch (InvalidDocumentException e) {
      throw new IOException(e);
    }
  }

  /** Asks the trust policy whose keys an issuer signs with. */
  Set<String> keyControllers(String issuer) throws IOException {
    try {
      return ask("trust policy", () -> settings.trust().keyControllers(issuer));
    } catch (InvalidDocumentException e) {
      throw new IOException(e);
    }
  }

  /** A question to a part that the caller plugged in. */
  private interface Question<T> {
    @Nullable T ask() throws IOException, InvalidDocumentException;
  }

  /** An answer of a foreign part; what it throws or leaves out means that it did not find out. */
  private static <T> T ask(String whom, Question<T> question)
      throws IOException, InvalidDocumentException {
    T answer;
    try {
      answer = question.ask();
    } catch (RuntimeException e) {
      throw new IOException("the " + whom + " failed: " + e, e);
    }
    if (answer == null) {
      throw new IOException("the " + whom + " gave no answer");
    }
    return answer;
  }

  /**
   * What could not be found out, as a finding.
   *
   * @param code what it is called, unless a limit was met
   */
  static Violation unavailable(String code, JsonPointer pointer, IOException e) {
    return new Violation(
        e instanceof FetchLimitException limit ? limit.code : code, pointer, why(e));
  }

  /** Whether it could not be found out because a limit was met. */
  static boolean isLimit(IOException e) {
    return e instanceof FetchLimitException;
  }

  /** Thrown when one call has asked for too many documents, or waited for them too long. */
  private static final class FetchLimitException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    FetchLimitException(String code, String message) {
      super(message);
      this.code = code;
    }
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
    String age = document.age().isZero() ? "" : ", kept for " + document.age().toSeconds() + " s";
    return how + ", " + document.content().length + " bytes" + age;
  }
}

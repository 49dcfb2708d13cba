package org.microcred.examples.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.Secured;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SecuredPresentation;
import org.microcred.model.Limits;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.PresentationRequest;
import org.microcred.verify.Recipient;
import org.microcred.verify.Report;

/** The page for people: a form, and the report on what was put into it. */
final class Page {
  /** For every answer; a report's page has a stricter one of its own beside it. */
  static final String POLICY =
      "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final Set<String> DOCUMENTS =
      Set.of(
          "application/json",
          "application/ld+json",
          "application/vc",
          "application/vc+jwt",
          "application/vc+sd-jwt",
          "application/vc+cose",
          "application/jwt",
          "application/octet-stream",
          "text/plain",
          "image/png",
          "image/svg+xml");

  private final CredentialVerifier verifier;

  Page(CredentialVerifier verifier) {
    this.verifier = verifier;
  }

  Reply form(Request request) {
    boolean german = request.languages().locale().getLanguage().equals("de");
    return Reply.text("text/html", resource(german ? "page_de.html" : "page.html"));
  }

  Reply style() {
    return Reply.text("text/css", resource("style.css"));
  }

  /** A credential by itself, or in a form. */
  Reply verify(Request request) throws Refusal {
    if (DOCUMENTS.contains(request.essence())) {
      return reply(verifier.verify(request.body()), request);
    }
    Form form = Form.read(request);
    byte[] document =
        form.bytes("file")
            .or(() -> form.text("credential").map(text -> text.getBytes(StandardCharsets.UTF_8)))
            .orElseThrow(
                () -> Refusal.badRequest("the form has neither a file nor a pasted credential"));
    return reply(report(document, form), request);
  }

  private Report report(byte[] document, Form form) {
    Optional<Recipient> person = form.text("person").map(Page::person);
    Optional<String> challenge = form.text("challenge");
    Optional<String> domain = form.text("domain");
    boolean isPresentation =
        Secured.sniff(document, Limits.defaults()) instanceof SecuredPresentation;
    if (isPresentation && challenge.isPresent() && domain.isPresent()) {
      PresentationRequest asked = PresentationRequest.of(challenge.get(), domain.get());
      return verifier.verifyPresentation(document, person.map(asked::about).orElse(asked));
    }
    return person.isPresent()
        ? verifier.verify(SecuredCredential.of(document), person.get())
        : verifier.verify(document);
  }

  /** An address, or the id of a subject. */
  private static Recipient person(String text) {
    return text.contains("@") && !text.contains(":")
        ? Recipient.ofIdentifier("emailAddress", text)
        : Recipient.of(text);
  }

  private static Reply reply(Report report, Request request) {
    Locale locale = request.languages().locale();
    return request.wantsJson()
        ? Reply.text("application/json", report.toJson())
        : Reply.text("text/html", report.toHtml(locale));
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

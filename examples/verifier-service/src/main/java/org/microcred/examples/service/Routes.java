package org.microcred.examples.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which path does what. */
final class Routes {
  private static final Pattern ISSUE = Pattern.compile("/([a-z0-9-]{1,40})/credentials/issue");
  private static final Pattern STATUS = Pattern.compile("/status/([0-9]{1,9})");

  private final IssueApi issuing;
  private final VerifyApi verifying;
  private final Page page;

  Routes(IssueApi issuing, VerifyApi verifying, Page page) {
    this.issuing = issuing;
    this.verifying = verifying;
    this.page = page;
  }

  /** A path as the log shows it: never what a stranger made up. */
  static String label(String path) {
    return switch (path) {
      case "/", "/style.css", "/verify", "/credentials/verify", "/presentations/verify" -> path;
      default ->
          ISSUE.matcher(path).matches()
              ? "/*/credentials/issue"
              : path.equals(IssueApi.DERIVE)
                  ? path
                  : STATUS.matcher(path).matches() ? "/status/*" : "(other)";
    };
  }

  Reply answer(Request request) throws Refusal {
    switch (request.path()) {
      case "/":
        allow("GET", request);
        return page.form(request);
      case "/style.css":
        allow("GET", request);
        return page.style();
      case "/verify":
        allow("POST", request);
        return page.verify(request);
      case "/credentials/verify":
        allow("POST", request);
        return verifying.credential(request.json());
      case "/presentations/verify":
        allow("POST", request);
        return verifying.presentation(request.json());
      case IssueApi.DERIVE:
        allow("POST", request);
        return issuing.derive(request.json());
      default:
        return other(request);
    }
  }

  private Reply other(Request request) throws Refusal {
    Matcher issue = ISSUE.matcher(request.path());
    Optional<Suite> suite = issue.matches() ? Suite.of(issue.group(1)) : Optional.empty();
    if (suite.isPresent()) {
      allow("POST", request);
      return issuing.issue(suite.get(), request.json());
    }
    Matcher status = STATUS.matcher(request.path());
    if (status.matches() && status.group(1).equals(IssueApi.LIST)) {
      allow("GET", request);
      return issuing.statusList();
    }
    throw Refusal.notFound();
  }

  private static void allow(String method, Request request) throws Refusal {
    if (!request.method().equals(method)) {
      throw Refusal.method(method);
    }
  }
}

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
    return switch (request.path()) {
      case "/" -> page.form(as("GET", request));
      case "/style.css" -> {
        as("GET", request);
        yield page.style();
      }
      case "/verify" -> page.verify(as("POST", request));
      case "/credentials/verify" -> verifying.credential(as("POST", request).json());
      case "/presentations/verify" -> verifying.presentation(as("POST", request).json());
      case IssueApi.DERIVE -> issuing.derive(as("POST", request).json());
      default -> other(request);
    };
  }

  private Reply other(Request request) throws Refusal {
    Matcher issue = ISSUE.matcher(request.path());
    Optional<Suite> suite = issue.matches() ? Suite.of(issue.group(1)) : Optional.empty();
    if (suite.isPresent()) {
      return issuing.issue(suite.get(), as("POST", request).json());
    }
    Matcher status = STATUS.matcher(request.path());
    if (status.matches() && status.group(1).equals(IssueApi.LIST)) {
      as("GET", request);
      return issuing.statusList();
    }
    throw Refusal.notFound();
  }

  /** The request, when it has the one method that its path takes. */
  private static Request as(String method, Request request) throws Refusal {
    if (!request.method().equals(method)) {
      throw Refusal.method(method);
    }
    return request;
  }
}

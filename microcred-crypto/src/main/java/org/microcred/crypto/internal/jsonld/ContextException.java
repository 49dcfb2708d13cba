package org.microcred.crypto.internal.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import java.util.Locale;
import org.microcred.model.Findings;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonPointer;

/** A context cannot be applied, or breaks the rules of JSON-LD, at one place. */
final class ContextException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Findings findings;

  private ContextException(Findings findings, Throwable cause) {
    super(cause);
    this.findings = findings;
  }

  /** Whether titanium gave up because of its clock. */
  static boolean isTimeout(JsonLdError error) {
    return root(error).getCode() == JsonLdErrorCode.PROCESSING_TIMEOUT_EXCEEDED;
  }

  /** What titanium found wrong at that place. */
  static ContextException of(JsonLdError error, JsonPointer at) {
    if (isTimeout(error)) {
      throw OverBudgetException.time();
    }
    JsonLdErrorCode code = root(error).getCode();
    return switch (code) {
      case PROTECTED_TERM_REDEFINITION, INVALID_CONTEXT_NULLIFICATION ->
          failed(
              error,
              "context.protected-term",
              at,
              "a context gives another meaning to a term that an earlier context protects; leave"
                  + " that context out, or put the contexts into the order of the specification");
      case LOADING_REMOTE_CONTEXT_FAILED ->
          new ContextException(
              Findings.unknown(
                  new Violation(
                      "context.unavailable",
                      at,
                      "a context refers to another context that cannot be had; supply that one"
                          + " too")),
              error);
      default ->
          failed(
              error,
              "context.invalid",
              at,
              "this breaks the rules of JSON-LD ("
                  + code.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + ")");
    };
  }

  /** Something that titanium cannot take and does not name. */
  static ContextException of(RuntimeException error, JsonPointer at) {
    return failed(error, "context.invalid", at, "this cannot be processed as JSON-LD");
  }

  Findings findings() {
    return findings;
  }

  private static ContextException failed(
      Exception cause, String code, JsonPointer at, String message) {
    return new ContextException(Findings.failed(new Violation(code, at, message)), cause);
  }

  private static JsonLdError root(JsonLdError error) {
    JsonLdError root = error;
    while (root.getCause() instanceof JsonLdError cause) {
      root = cause;
    }
    return root;
  }
}

package org.microcred.examples.service;

import java.util.Optional;
import org.microcred.model.json.JsonNumber;
import org.microcred.model.json.JsonObject;

/** Why a request is not answered, as an RFC 9457 problem. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String allow;

  private Refusal(int status, String title, String detail, String allow) {
    super(detail);
    this.status = status;
    this.title = title;
    this.allow = allow;
  }

  static Refusal badRequest(String detail) {
    return new Refusal(400, "Bad Request", detail, "");
  }

  static Refusal notFound() {
    return new Refusal(404, "Not Found", "there is nothing at this path", "");
  }

  static Refusal method(String allow) {
    return new Refusal(405, "Method Not Allowed", "this path takes " + allow, allow);
  }

  static Refusal tooLarge(int atMost) {
    return new Refusal(
        413, "Content Too Large", "a request may have " + atMost + " bytes at most", "");
  }

  static Refusal mediaType(String expected) {
    return new Refusal(415, "Unsupported Media Type", "this path takes " + expected, "");
  }

  static Refusal internal() {
    return new Refusal(500, "Internal Server Error", "the service failed; its log says why", "");
  }

  static Refusal busy() {
    return new Refusal(503, "Service Unavailable", "too many requests at once; try again", "");
  }

  /** The methods of the path, when the method was wrong. */
  Optional<String> allow() {
    return Optional.of(allow).filter(methods -> !methods.isEmpty());
  }

  Reply toReply() {
    JsonObject problem =
        JsonObject.builder()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", JsonNumber.of(status))
            .put("detail", String.valueOf(getMessage()))
            .build();
    return Reply.json(status, problem).as("application/problem+json");
  }
}

package org.microcred.crypto.internal.did;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.microcred.model.InvalidDocumentException;

/** Where the controller document of an identifier lies, read strictly and without any network. */
final class Locations {
  private static final String DID_WEB = "did:web:";

  /** DNS names only, which did:web §2.1 asks for: the last label of an IP address has digits. */
  private static final String HOST =
      "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

  // Percent-encoding is for the port, for ~ and for letters beyond ASCII; anything else that is
  // encoded would mean something to a server.
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<host>"
              + HOST
              + ")(?:%3[Aa](?<port>[1-9][0-9]{0,4}))?"
              + "(?<path>(?::(?:[A-Za-z0-9._-]|%[89A-Fa-f][0-9A-Fa-f]|%7[Ee])+)*)");

  private static final Pattern DOTS = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");
  private static final int MAX_LENGTH = 2048;
  private static final int MAX_PORT = 65535;

  private Locations() {}

  /** The URL of the document, or empty when the identifier is neither did:web nor https. */
  static Optional<URI> of(String controller) throws InvalidDocumentException {
    if (controller.startsWith(DID_WEB)) {
      return Optional.of(didWeb(controller));
    }
    return controller.startsWith("https:") ? Optional.of(https(controller)) : Optional.empty();
  }

  // did:web §3.2.
  private static URI didWeb(String did) throws InvalidDocumentException {
    if (did.length() > MAX_LENGTH) {
      throw Dids.syntax(did, "it is longer than " + MAX_LENGTH + " characters");
    }
    Matcher matcher = SYNTAX.matcher(did.substring(DID_WEB.length()));
    if (!matcher.matches()) {
      throw Dids.syntax(did, "a DNS name, a port behind %3A and path segments are expected");
    }
    String port = Optional.ofNullable(matcher.group("port")).orElse("");
    String path = matcher.group("path").replace(':', '/');
    if (DOTS.matcher(path).find() || (!port.isEmpty() && Integer.parseInt(port) > MAX_PORT)) {
      throw Dids.syntax(did, "its port is too high or a path segment consists of dots");
    }
    return URI.create(
        "https://"
            + matcher.group("host")
            + (port.isEmpty() ? "" : ":" + port)
            + (path.isEmpty() ? "/.well-known" : path)
            + "/did.json");
  }

  /** An https URL with a suffix between host and path (RFC 8615, as OAuth 2.0 has it). */
  static URI wellKnown(String url, String suffix) throws InvalidDocumentException {
    URI uri = https(url);
    if (uri.getRawQuery() != null) {
      throw Dids.syntax(url, "a URL without query is expected");
    }
    String path = uri.getRawPath();
    int end = path.endsWith("/") ? path.length() - 1 : path.length();
    return URI.create("https://" + uri.getRawAuthority() + suffix + path.substring(0, end));
  }

  static URI https(String url) throws InvalidDocumentException {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw Dids.syntax(url, "it is not a URL");
    }
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || DOTS.matcher(uri.getRawPath()).find()) {
      throw Dids.syntax(url, "a URL with a host and without user, fragment and dots is expected");
    }
    return uri;
  }
}

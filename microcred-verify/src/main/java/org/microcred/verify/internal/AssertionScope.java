package org.microcred.verify.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.model.Findings;
import org.microcred.model.SafeText;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.openbadges2.Profile;
import org.microcred.model.openbadges2.VerificationObject;

/**
 * Is a hosted assertion where its issuer hosts assertions? (Open Badges 2.0, VerificationObject of
 * a profile: {@code startsWith}, {@code allowedOrigins}; by default the origin of the profile)
 */
final class AssertionScope {
  /**
   * Segments that lead elsewhere than they say; servers may drop what stands behind a semicolon.
   */
  private static final Pattern STEP = Pattern.compile("(^|/)\\.\\.?(;[^/]*)?(/|$)");

  /** What a server may take for a dot, a slash, a backslash or a semicolon. */
  private static final Pattern DISGUISED = Pattern.compile("(?i)%(25|2e|2f|3b|5c)");

  private static final JsonPointer ID = JsonPointer.ROOT.child("id");

  private AssertionScope() {}

  /**
   * The answer.
   *
   * @param id of the assertion, under which it was found
   * @param issuer the profile that lies at its own id
   */
  static Answer of(String id, Profile issuer) {
    Optional<VerificationObject> policy = issuer.verification();
    List<String> prefixes = policy.map(VerificationObject::startsWith).orElse(List.of());
    List<String> origins = policy.map(VerificationObject::allowedOrigins).orElse(List.of());
    Optional<String> property = policy.flatMap(VerificationObject::verificationProperty);
    if (property.filter(name -> !name.equals("id") && !name.equals("@id")).isPresent()) {
      return Answer.undetermined(
          "ob2.unsupported",
          ID,
          "the issuer's profile limits "
              + SafeText.quote(property.get())
              + " of its assertions; only the id is compared here");
    }
    Optional<URI> place = url(id);
    boolean isStated = !prefixes.isEmpty() || !origins.isEmpty();
    boolean isInside =
        place.isPresent()
            && (isStated
                ? (prefixes.isEmpty() || prefixes.stream().anyMatch(p -> isBelow(place.get(), p)))
                    && (origins.isEmpty() || origins.stream().anyMatch(o -> isAt(place.get(), o)))
                : origin(place.get()).equals(url(issuer.id()).map(u -> origin(u).orElse(""))));
    return isInside
        ? Answer.of(
            Findings.none(),
            isStated
                ? "hosted where the issuer's profile says"
                : "hosted at the origin of the issuer's profile")
        : Answer.failed(
            "issuer.out-of-scope",
            ID,
            SafeText.quote(id)
                + " is not where the issuer "
                + SafeText.quote(issuer.id())
                + " hosts its assertions");
  }

  /** A prefix is compared within its own origin: a host name cannot be continued. */
  private static boolean isBelow(URI place, String prefix) {
    Optional<URI> start = url(prefix);
    return start.isPresent()
        && origin(start.get()).equals(origin(place))
        && text(place).startsWith(text(start.get()));
  }

  /** A host name, with a port unless it is that of https, or a whole origin. */
  private static boolean isAt(URI place, String allowed) {
    return url(allowed.contains("://") ? allowed : place.getScheme() + "://" + allowed)
        .flatMap(AssertionScope::origin)
        .equals(origin(place));
  }

  /** Scheme, host and port. */
  private static Optional<String> origin(URI url) {
    int standard = url.getScheme().equals("https") ? 443 : 80;
    return Optional.of(
        url.getScheme()
            + "://"
            + url.getHost().toLowerCase(Locale.ROOT)
            + ':'
            + (url.getPort() < 0 ? standard : url.getPort()));
  }

  /** Behind the origin, which is compared by itself. */
  private static String text(URI url) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
  }

  /** A URL with a host, and with a path that means what it says. */
  private static Optional<URI> url(String text) {
    try {
      URI url = new URI(text);
      boolean isPlain =
          url.getHost() != null
              && url.getUserInfo() == null
              && List.of("https", "http").contains(url.getScheme())
              && !STEP.matcher(url.getRawPath()).find()
              && !DISGUISED.matcher(url.getRawPath()).find();
      return isPlain ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

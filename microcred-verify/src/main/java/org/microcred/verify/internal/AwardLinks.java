package org.microcred.verify.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.microcred.model.Credential;
import org.microcred.model.Evidence;
import org.microcred.model.RelatedResource;
import org.microcred.model.ResourceDigest;
import org.microcred.model.json.JsonObject;

/** How the badge of a stack names what it rests on. */
public final class AwardLinks {
  private static final String GENRE = "StackDecisionRecord";
  private static final String PREFIX = "sha256-";

  private AwardLinks() {}

  /** A piece of evidence that names a decision record. */
  public static Evidence record(URI url, String digest) {
    Evidence evidence =
        new Evidence(
            Optional.of(url.toString()),
            List.of("Evidence"),
            Optional.empty(),
            Optional.of("Decision record"),
            Optional.of("On which credentials the award was decided, by which rules, and how."),
            Optional.of(GENRE),
            Optional.empty(),
            JsonObject.EMPTY);
    return evidence.withDigest(sri(digest));
  }

  /** A component, under its own id or under a name that is made from its digest. */
  public static RelatedResource component(Optional<String> id, String digest) {
    return RelatedResource.of(id.orElseGet(() -> name(digest)), sri(digest));
  }

  /** A URI that is made from a digest, so that nobody looks for the thing (RFC 6920). */
  public static String name(String digest) {
    return "ni:///sha-256;"
        + digest.substring(PREFIX.length()).replace("=", "").replace('+', '-').replace('/', '_');
  }

  /** Whether an id can stand where a URI is wanted. */
  public static boolean isUri(String id) {
    try {
      return new URI(id).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The digests of the decision records that a badge names; one, in the badge of a stack. */
  static List<String> records(Credential badge) {
    return badge.evidence().stream()
        .filter(evidence -> evidence.genre().equals(Optional.of(GENRE)))
        .flatMap(evidence -> evidence.digest().digestSRI().stream())
        .toList();
  }

  /** The digests of the components that a badge names. */
  static Set<String> components(Credential badge) {
    Set<String> digests = new TreeSet<>();
    for (RelatedResource resource : badge.relatedResources()) {
      digests.addAll(resource.digest().digestSRI());
    }
    return digests;
  }

  private static ResourceDigest sri(String digest) {
    return new ResourceDigest(List.of(digest), List.of());
  }
}

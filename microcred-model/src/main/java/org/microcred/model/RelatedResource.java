package org.microcred.model;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonObject;

/**
 * A resource elsewhere that a credential fixes by digests: a context, an image, a piece of evidence
 * (VC 2.0 §5.3).
 *
 * <pre>{@code
 * RelatedResource.of(url, ResourceDigest.sri(DigestAlgorithm.SHA2_384, content))
 * }</pre>
 *
 * @param id its URL, unique among the related resources of a credential
 * @param mediaType its media type, such as {@code video/mp4}
 * @param digest its digests, at least one
 * @param more the members that this type does not know
 */
public record RelatedResource(
    @Uri String id, Optional<String> mediaType, ResourceDigest digest, JsonObject more) {
  public RelatedResource {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(digest, "digest");
    Objects.requireNonNull(more, "more");
  }

  /**
   * {@return a related resource of which no more is said}
   *
   * @param id its URL
   * @param digest its digests, at least one
   */
  public static RelatedResource of(String id, ResourceDigest digest) {
    return new RelatedResource(id, Optional.empty(), digest, JsonObject.EMPTY);
  }

  static RelatedResource read(Cursor in) {
    RelatedResource resource =
        in.checked(
            new RelatedResource(
                in.text("id"), MediaType.optional(in), ResourceDigest.read(in), in.more()));
    if (!in.object().has("digestSRI") && !in.object().has("digestMultibase")) {
      in.fail("vc.related-resource#digest", in.pointer());
    }
    return resource;
  }

  /**
   * {@return whether that content is this resource; see {@link ResourceDigest#check}}
   *
   * @param content the octets that were had for the id
   */
  public Findings check(byte[] content) {
    return digest.check(content);
  }

  /** {@return this related resource as JSON} */
  public JsonObject toJson() {
    return new Members().put("id", id).text("mediaType", mediaType).with(digest.in(more));
  }
}

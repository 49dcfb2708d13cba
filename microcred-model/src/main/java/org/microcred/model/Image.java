package org.microcred.model;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Members;
import org.microcred.model.internal.Uri;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;

/**
 * An image of a credential, an achievement or a profile (Open Badges 3.0, Image). The library never
 * fetches or decodes it.
 *
 * @param id the URL of the image, or the image as a data URL
 * @param caption what it shows
 * @param bare whether it is written as its id alone, as many credentials of the data model 1.1 do;
 *     then it has no caption
 */
public record Image(@Uri String id, Optional<String> caption, boolean bare) {
  public Image {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caption, "caption");
    if (bare && caption.isPresent()) {
      throw new IllegalArgumentException("caption: a bare image has none");
    }
  }

  /**
   * {@return an image without a caption}
   *
   * @param id its URL, or the image as a data URL
   */
  public static Image of(String id) {
    return new Image(id, Optional.empty(), false);
  }

  /**
   * {@return an image with a caption}
   *
   * @param id its URL, or the image as a data URL
   * @param caption what it shows
   */
  public static Image of(String id, String caption) {
    return new Image(id, Optional.of(caption), false);
  }

  /** {@return the image of a member, which may be its id alone in the data model 1.1} */
  static Optional<Image> readFrom(Cursor in, String name) {
    boolean bare = in.object().string(name).isPresent();
    if (bare && in.conformance().dataModel() == DataModel.VC_1_1) {
      in.warn("ob.image", in.pointer().child(name));
      return Optional.of(new Image(in.uri(name), Optional.empty(), true));
    }
    return in.optionalObject(name, Image::read);
  }

  private static Image read(Cursor in) {
    in.constantType("Image");
    Image image = in.checked(new Image(in.text("id"), in.optionalText("caption"), false));
    in.refuseMore("an image");
    return image;
  }

  /** {@return this image as JSON: an object, or a string when it is bare} */
  public JsonValue toJson() {
    return bare
        ? new JsonString(id)
        : new Members().put("id", id).put("type", "Image").text("caption", caption).build();
  }
}

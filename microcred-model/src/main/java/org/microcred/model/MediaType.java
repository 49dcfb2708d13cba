package org.microcred.model;

import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.model.internal.Cursor;

/** The shape of media types (RFC 6838 §4.2); whether one is registered is not looked up. */
final class MediaType {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}";
  private static final Pattern MEDIA_TYPE = Pattern.compile(NAME + "/" + NAME);

  private MediaType() {}

  static boolean isOne(String text) {
    return MEDIA_TYPE.matcher(text).matches();
  }

  /** {@return the media type that an object may state beside its id (VC 2.0 §5.3)} */
  static Optional<String> optional(Cursor in) {
    Optional<String> mediaType = in.optionalText("mediaType");
    if (mediaType.isPresent() && in.isSound("mediaType") && !isOne(mediaType.get())) {
      in.fail("vc.media-type", in.pointer().child("mediaType"));
    }
    return mediaType;
  }
}

package org.microcred.model;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonValue;

/**
 * A credential or presentation inside what secures it: octets of a media type in a {@code data:}
 * URL (VC 2.0 §4.13.1, §4.13.2). What the octets say is not looked at here, and nothing is
 * verified. Immutable and thread-safe. Two are equal when their JSON is.
 */
public abstract sealed class Enveloped permits EnvelopedCredential, EnvelopedPresentation {
  /** Goes on after a fault; never gets out. */
  private static final DataUrl STAND_IN = DataUrl.parse("data:text/plain,-").orElseThrow();

  private final JsonValue json;
  private final DataUrl url;

  Enveloped(JsonValue json, DataUrl url) {
    this.json = json;
    this.url = url;
  }

  /** {@return the envelope as it was read or built} */
  public final JsonValue json() {
    return json;
  }

  /** {@return the media type in lower case, such as {@code application/vc+jwt}} */
  public final String mediaType() {
    return url.mediaType();
  }

  /** {@return the parameters of the media type, their names in lower case} */
  public final Map<String, String> parameters() {
    return url.parameters();
  }

  /** {@return the octets, at least one: a token in ASCII, a COSE message} */
  public final byte[] content() {
    return url.content();
  }

  static <T extends Enveloped> T read(
      Cursor in, String typeName, BiFunction<JsonObject, DataUrl, T> make) {
    Contexts.checkAny(in);
    List<String> types = in.types();
    if (in.isSound("type") && !types.equals(List.of(typeName))) {
      in.fail("envelope.type", in.pointer().child("type"), SafeText.quote(typeName));
    }
    DataUrl url = DataUrl.parse(in.text("id")).orElse(STAND_IN);
    if (url == STAND_IN && in.isSound("id")) {
      in.fail("envelope.id", in.pointer().child("id"));
    }
    return make.apply(in.object(), url);
  }

  /**
   * {@return a new envelope}
   *
   * @throws IllegalArgumentException when it is no media type
   */
  static JsonObject write(String typeName, String mediaType, byte[] content) {
    if (!MediaType.isOne(mediaType)) {
      throw new IllegalArgumentException("mediaType: is not a media type");
    }
    return JsonObject.builder()
        .put("@context", Contexts.first(DataModel.VC_2_0))
        .put("id", DataUrl.write(mediaType, content))
        .put("type", typeName)
        .build();
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Enveloped that && json.equals(that.json);
  }

  @Override
  public final int hashCode() {
    return json.hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + " " + SafeText.of(mediaType());
  }
}

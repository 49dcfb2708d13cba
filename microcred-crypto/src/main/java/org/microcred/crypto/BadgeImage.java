package org.microcred.crypto;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.crypto.internal.image.Carrier;
import org.microcred.crypto.internal.image.Png;
import org.microcred.crypto.internal.image.Scan;
import org.microcred.crypto.internal.image.Svg;
import org.microcred.crypto.internal.jose.JwtCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/**
 * A PNG or SVG picture that holds a badge, or can (Open Badges 3.0 §5.3, "Baked Badge"; Open Badges
 * Baking 2.0).
 *
 * <pre>{@code
 * BadgeImage picture = BadgeImage.read(Files.readAllBytes(path));
 * byte[] baked = picture.bake(credential).toBytes();        // the credential is inside
 * BadgeImage.read(baked).unbake().orElseThrow().content();  // the same credential
 * }</pre>
 *
 * <p>Baking adds one piece to the picture and leaves every other byte as it was. Pixels are never
 * decoded, nothing is inflated, resolved or fetched. What is taken out is as unverified as any
 * {@link SecuredCredential}; a verifier takes the picture as it is.
 *
 * <p>Immutable and thread-safe.
 */
public final class BadgeImage {
  private final byte[] image;
  private final Secured.Form form;
  private final Limits limits;
  private final Scan scan;

  /** The specification by whose rules a picture holds its badge. */
  public enum Version {
    /** Open Badges 2.0: {@code openbadges} in PNG, {@code openbadges:assertion} in SVG. */
    OPEN_BADGES_2_0,
    /** Open Badges 3.0: {@code openbadgecredential}, {@code openbadges:credential}. */
    OPEN_BADGES_3_0
  }

  /**
   * What a picture holds.
   *
   * @param version the specification by whose rules it is held
   * @param content the text as it was found: JSON, a token, or, in pictures older than Open Badges
   *     2.0, the URL of an assertion, which has the form {@link Secured.Form#UNKNOWN}
   */
  public record Badge(Version version, SecuredCredential content) {
    public Badge {
      Objects.requireNonNull(version, "version");
      Objects.requireNonNull(content, "content");
    }
  }

  private BadgeImage(byte[] image, Secured.Form form, Limits limits, Scan scan) {
    this.image = image;
    this.form = form;
    this.limits = limits;
    this.scan = scan;
  }

  /**
   * Reads a picture within the default limits.
   *
   * @param image untrusted bytes, which are copied
   * @return the picture
   * @throws InvalidDocumentException as {@link #read(byte[], Limits)}
   */
  public static BadgeImage read(byte[] image) throws InvalidDocumentException {
    return read(image, Limits.defaults());
  }

  /**
   * Reads a picture.
   *
   * @param image untrusted bytes, which are copied
   * @param limits how large a picture may be, and what is baked into it
   * @return the picture
   * @throws InvalidDocumentException when it is neither PNG nor SVG ({@code form.unknown}), is
   *     damaged or dangerous to read, holds a badge otherwise than it must or holds two ({@code
   *     image.*}), or is too large or intricate ({@code limit.image})
   */
  public static BadgeImage read(byte[] image, Limits limits) throws InvalidDocumentException {
    Objects.requireNonNull(limits, "limits");
    return of(SecuredCredential.of(image), limits);
  }

  static BadgeImage of(SecuredCredential wire, Limits limits) throws InvalidDocumentException {
    if (wire.size() > limits.imageBytes()) {
      throw refused("limit.image", "the picture is larger than " + limits.imageBytes() + " bytes");
    }
    byte[] image = wire.toBytes();
    Scan scan =
        switch (wire.form()) {
          case PNG -> Png.scan(image);
          case SVG -> Svg.scan(image);
          default -> throw refused("form.unknown", "this is neither a PNG nor an SVG picture");
        };
    return new BadgeImage(image, wire.form(), limits, scan);
  }

  /** {@return {@link Secured.Form#PNG} or {@link Secured.Form#SVG}} */
  public Secured.Form form() {
    return form;
  }

  /** {@return what the picture holds, unverified; empty when it holds no badge} */
  public Optional<Badge> unbake() {
    return scan.carrier().map(c -> new Badge(c.version(), SecuredCredential.of(c.text())));
  }

  /**
   * {@return what to know before the picture is shown: {@code image.active-content} when an SVG has
   * scripts and the like}
   */
  public List<Violation> warnings() {
    return scan.activeContent().isEmpty()
        ? List.of()
        : List.of(
            new Violation(
                "image.active-content",
                JsonPointer.ROOT,
                "the SVG can do more than draw ("
                    + String.join(", ", scan.activeContent())
                    + "): show it in an <img> element only, or not at all"));
  }

  /**
   * Puts a badge into the picture, in place of the one that it holds.
   *
   * @param badge JSON or a token; an Open Badges 2.0 assertion goes in by the rules of 2.0,
   *     everything else by those of 3.0; blanks around a token are left out
   * @return the picture with the badge; without it, every byte is as it was
   * @throws InvalidDocumentException when the badge is neither ({@code form.unknown}) or cannot be
   *     read ({@code json.*}, {@code jwt.*}), cannot stand in an SVG ({@code image.encoding}), or
   *     the picture becomes too large ({@code limit.image})
   */
  public BadgeImage bake(SecuredCredential badge) throws InvalidDocumentException {
    byte[] carrier = carrier(Objects.requireNonNull(badge, "badge"));
    byte[] picture = withoutBadge();
    ByteArrayOutputStream baked = new ByteArrayOutputStream(picture.length + carrier.length);
    int place = scan.insertionPoint();
    baked.write(picture, 0, place);
    baked.writeBytes(carrier);
    baked.write(picture, place, picture.length - place);
    return read(baked.toByteArray(), limits);
  }

  /** {@return the bytes of the picture, with the badge that it holds} */
  public byte[] toBytes() {
    return image.clone();
  }

  /** {@return the bytes of the picture alone: as they were before a badge was baked into it} */
  public byte[] withoutBadge() {
    if (scan.carrier().isEmpty()) {
      return toBytes();
    }
    Carrier carrier = scan.carrier().get();
    ByteArrayOutputStream rest = new ByteArrayOutputStream(image.length);
    rest.write(image, 0, carrier.start());
    rest.write(image, carrier.end(), image.length - carrier.end());
    return rest.toByteArray();
  }

  private byte[] carrier(SecuredCredential badge) throws InvalidDocumentException {
    return switch (badge.form()) {
      case JSON -> {
        JsonObject document = Json.readObject(badge.toBytes(), limits);
        Version version = version(document);
        String url = version == Version.OPEN_BADGES_2_0 ? document.string("id").orElse("") : "";
        yield carrier(version, url, badge.toText().orElseThrow());
      }
      case JWT -> {
        String token = badge.toText().orElseThrow().strip();
        yield carrier(version(JwtCredential.read(token, limits).credential()), token, "");
      }
      case SD_JWT -> carrier(Version.OPEN_BADGES_3_0, badge.toText().orElseThrow().strip(), "");
      default ->
          throw refused(
              "form.unknown", "a picture holds a credential as JSON or as a token, not this");
    };
  }

  private byte[] carrier(Version version, String verify, String json)
      throws InvalidDocumentException {
    return form == Secured.Form.SVG
        ? Svg.carrier(version, verify, json)
        : Png.carrier(version, json.isEmpty() ? verify : json);
  }

  private static Version version(JsonObject document) {
    return OpenBadges2.isAssertion(document) ? Version.OPEN_BADGES_2_0 : Version.OPEN_BADGES_3_0;
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }

  /** {@return form, size and whether there is a badge, never content} */
  @Override
  public String toString() {
    return "BadgeImage["
        + form.label()
        + ", "
        + image.length
        + " bytes, "
        + scan.carrier().map(c -> c.version().name()).orElse("no badge")
        + "]";
  }
}

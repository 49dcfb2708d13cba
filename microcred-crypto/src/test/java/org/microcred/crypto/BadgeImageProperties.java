package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** What holds for every picture and every badge. */
class BadgeImageProperties {
  private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJ4IjoxfQ.c2ln";

  /** Sound ones, with and without a badge. */
  private static final List<byte[]> PICTURES =
      List.of(
          Pictures.png(),
          Pictures.pngWith(Pictures.iTxt("openbadgecredential", "{\"a\":\"\u00fc\"}")),
          Pictures.pngWith(Pictures.tExt("openbadges", "https://uni.example/1")),
          Pictures.utf8(Pictures.svg("<g><!-- x --></g>")),
          Pictures.utf8(Pictures.svg(Pictures.credential("", "<![CDATA[{\"a\":1}]]>"))),
          Pictures.utf8(Pictures.svg(Pictures.assertion("verify='" + TOKEN + "'", ""))));

  @Property(tries = 200)
  void whatIsBakedComesOutAgain(
      @ForAll("pictures") byte[] picture,
      @ForAll("texts") String text,
      @ForAll("blanks") String blanks)
      throws Exception {
    String json = blanks + Json.write(JsonObject.builder().put("text", text).build()) + blanks;
    SecuredCredential badge = SecuredCredential.of(json);
    BadgeImage before = BadgeImage.read(picture);
    BadgeImage baked = before.bake(badge);
    assertThat(baked.unbake().orElseThrow().content()).isEqualTo(badge);
    assertThat(BadgeImage.read(baked.toBytes()).unbake()).isEqualTo(baked.unbake());
    assertThat(baked.withoutBadge()).isEqualTo(before.withoutBadge());
    assertThat(BadgeImage.read(before.withoutBadge()).bake(badge).toBytes())
        .isEqualTo(baked.toBytes());
  }

  @Property(tries = 100)
  void thePiecesOfAPngStayInTheirOrder(
      @ForAll @Size(max = 5) List<@Size(max = 20) byte[]> data, @ForAll @IntRange(max = 5) int at)
      throws Exception {
    List<byte[]> chunks =
        new ArrayList<>(data.stream().map(d -> Pictures.chunk("teSt", d)).toList());
    byte[] picture = Pictures.pngWith(Pictures.join(chunks.toArray(byte[][]::new)));
    chunks.add(Math.min(at, chunks.size()), Pictures.iTxt("openbadges", TOKEN));
    byte[] baked = Pictures.pngWith(Pictures.join(chunks.toArray(byte[][]::new)));
    assertThat(BadgeImage.read(baked).withoutBadge()).isEqualTo(picture);
  }

  @Property(tries = 300)
  void arbitraryBytesAreReadOrRefused(
      @ForAll @Size(max = 60) byte[] bytes, @ForAll("pictures") byte[] picture) {
    read(bytes);
    read(Pictures.join(Pictures.png(new byte[0]), bytes));
    read(Pictures.join(Pictures.utf8("<svg>"), bytes, Pictures.utf8("</svg>")));
    read(
        Pictures.pngWith(
            Pictures.chunk("iTXt", Pictures.join(Pictures.latin("openbadges\0"), bytes))));
  }

  @Property(tries = 1000)
  void changedPicturesAreReadOrRefused(
      @ForAll("pictures") byte[] picture,
      @ForAll @Size(min = 1, max = 4) List<@IntRange Integer> places,
      @ForAll byte value) {
    byte[] changed = picture.clone();
    for (int place : places) {
      changed[Math.floorMod(place, changed.length)] = value;
    }
    read(changed);
  }

  @Property(tries = 1000)
  void markupInAnyOrderIsReadOrRefused(@ForAll("pieces") @Size(max = 14) List<String> pieces) {
    read(Pictures.utf8("<svg>" + String.join("", pieces)));
    read(Pictures.utf8("<svg>" + String.join("", pieces) + "</svg>"));
  }

  @Property(tries = 300)
  void aPngWithAChangedBitIsRefused(@ForAll @IntRange(max = 100_000) int place) {
    byte[] changed = PICTURES.get(1).clone();
    int bit = place % (changed.length * 8);
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(read(changed)).isEmpty();
  }

  @Property(tries = 200)
  void aPictureThatIsCutOffIsRefused(
      @ForAll("pictures") byte[] picture, @ForAll @IntRange(min = 2, max = 10_000) int cut) {
    assertThat(read(Pictures.without(picture, 2 + cut % (picture.length - 1)))).isEmpty();
  }

  /** Reads it, and looks at all that a picture that was read has to say. */
  private static Optional<BadgeImage> read(byte[] bytes) {
    try {
      Inspection.open(SecuredCredential.of(bytes), InspectionSettings.defaults());
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
    }
    try {
      BadgeImage image = BadgeImage.read(bytes);
      assertThat(image.toBytes()).isEqualTo(bytes);
      assertThat(image.withoutBadge().length == bytes.length).isEqualTo(image.unbake().isEmpty());
      assertThat(image.warnings()).hasSizeLessThan(2);
      SecuredCredential badge = SecuredCredential.of("{\"a\":\"]]>\"}");
      assertThat(image.bake(badge).unbake().orElseThrow().content()).isEqualTo(badge);
      return Optional.of(image);
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<byte[]> pictures() {
    return Arbitraries.of(PICTURES);
  }

  /** Without half characters, which JSON of ours does not write, and what no XML may hold. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.of(
                "]]>", "<![CDATA[", "</openbadges:credential>", "\r\n", "&amp;", "\u2028"))
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts))
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .map(text -> text.replaceAll("[\uFFFE\uFFFF]", ""));
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.strings().withChars(" \t\r\n").ofMaxLength(4);
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "<g>",
            "</g>",
            "<g/>",
            "<a b='",
            "'",
            "\"",
            ">",
            "/>",
            "<",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?p ",
            "?>",
            "&amp;",
            "&#1;",
            "&",
            "x",
            " ",
            "xmlns:a='u'",
            "xmlns='v'",
            "<openbadges:credential xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0'>",
            "</openbadges:credential>",
            "verify='a.b.c'",
            "{}",
            "<!DOCTYPE svg>",
            "\u00fc",
            "\0")
        .list();
  }
}

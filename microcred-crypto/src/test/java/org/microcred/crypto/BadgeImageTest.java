package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.BadgeImage.Badge;
import org.microcred.crypto.BadgeImage.Version;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;

/** Open Badges 3.0 §5.3, Open Badges Baking 2.0. */
class BadgeImageTest {
  private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJ4IjoxfQ.c2ln";
  private static final String JSON = "{\"name\": \"Ünï ]]> & <b> ☃\",\r\n \"x\": [1]}\n";
  private static final String ASSERTION =
      """
      {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion",
       "id": "https://uni.example/a?b=1&c=\\u0022<2>"}
      """;

  static Stream<byte[]> pictures() {
    return Stream.of(
        Pictures.png(),
        Pictures.utf8(Pictures.svg("")),
        Pictures.utf8("\uFEFF" + Pictures.svg("<title>T</title>")),
        Pictures.utf8("<s:svg xmlns:s='http://www.w3.org/2000/svg'> </s:svg >"),
        Pictures.utf8("<svg xmlns:openbadges='http://openbadges.org'>]]&gt;</svg>"));
  }

  private static String baked(byte[] picture, String badge) throws InvalidDocumentException {
    return new String(
        BadgeImage.read(picture).bake(SecuredCredential.of(badge)).toBytes(),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void givesBackWhatWasBakedAndThePictureAsItWas(byte[] picture) throws Exception {
    BadgeImage plain = BadgeImage.read(picture);
    assertThat(plain.unbake()).isEmpty();
    assertThat(plain.withoutBadge()).isEqualTo(picture);
    for (String text : List.of(JSON, TOKEN, TOKEN + "~WyJhIl0~", ASSERTION)) {
      BadgeImage image = plain.bake(SecuredCredential.of(text));
      assertThat(image.unbake().orElseThrow().content()).isEqualTo(SecuredCredential.of(text));
      assertThat(image.withoutBadge()).isEqualTo(picture);
      assertThat(BadgeImage.read(image.toBytes()).toBytes()).isEqualTo(image.toBytes());
      assertThat(image.form()).isEqualTo(plain.form());
    }
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void replacesTheBadgeThatIsThere(byte[] picture) throws Exception {
    BadgeImage plain = BadgeImage.read(picture);
    BadgeImage twice =
        plain.bake(SecuredCredential.of(ASSERTION)).bake(SecuredCredential.of(TOKEN));
    assertThat(twice.toBytes()).isEqualTo(plain.bake(SecuredCredential.of(TOKEN)).toBytes());
  }

  @Test
  void writesAChunkDirectlyBehindTheHeaderOfAPng() throws Exception {
    byte[] image = BadgeImage.read(Pictures.png()).bake(SecuredCredential.of(TOKEN)).toBytes();
    byte[] expected =
        Pictures.png(
            Pictures.IHDR,
            Pictures.iTxt("openbadgecredential", TOKEN),
            Pictures.tExt("Title", "A badge"),
            Pictures.IDAT,
            Pictures.IEND);
    assertThat(image).isEqualTo(expected);
    assertThat(baked(Pictures.png(), ASSERTION)).contains("iTXtopenbadges\0\0\0\0\0" + ASSERTION);
  }

  @Test
  void writesAnElementDirectlyBehindTheStartOfAnSvg() throws Exception {
    byte[] picture = Pictures.utf8("<svg a='>'><g/></svg>");
    String v3 =
        "<svg a='>'><openbadges:credential xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"";
    String v2 = "<svg a='>'><openbadges:assertion xmlns:openbadges=\"http://openbadges.org\"";
    assertThat(baked(picture, " " + TOKEN + "\n"))
        .isEqualTo(v3 + " verify=\"" + TOKEN + "\"></openbadges:credential><g/></svg>");
    assertThat(baked(picture, "{}"))
        .isEqualTo(v3 + "><![CDATA[{}]]></openbadges:credential><g/></svg>");
    assertThat(baked(picture, ASSERTION))
        .isEqualTo(
            v2
                + " verify=\"https://uni.example/a?b=1&amp;c=&quot;&lt;2>\"><![CDATA["
                + ASSERTION
                + "]]></openbadges:assertion><g/></svg>");
  }

  @Test
  void bakesASignedAssertionByTheRulesOfOpenBadges2() throws Exception {
    String token =
        "eyJhbGciOiJSUzI1NiJ9."
            + Base64.getUrlEncoder().withoutPadding().encodeToString(Pictures.utf8(ASSERTION))
            + ".c2ln";
    for (byte[] picture : pictures().toList()) {
      BadgeImage image = BadgeImage.read(picture).bake(SecuredCredential.of(token));
      assertThat(image.unbake())
          .contains(new Badge(Version.OPEN_BADGES_2_0, SecuredCredential.of(token)));
    }
  }

  static Stream<Arguments> found() {
    String url = "https://uni.example/a/1";
    return Stream.of(
        Arguments.of(
            Pictures.pngWith(Pictures.iTxt("openbadges", ASSERTION)),
            Version.OPEN_BADGES_2_0,
            ASSERTION),
        Arguments.of(
            Pictures.pngWith(Pictures.tExt("openbadges", url)), Version.OPEN_BADGES_2_0, url),
        Arguments.of(
            Pictures.pngWith(
                Pictures.chunk(
                    "iTXt", Pictures.utf8("openbadgecredential\0\0\0de\0Ausweis\0" + JSON))),
            Version.OPEN_BADGES_3_0,
            JSON),
        Arguments.of(
            Pictures.png(
                Pictures.IHDR,
                Pictures.IDAT,
                Pictures.iTxt("openbadgecredentials", "x"),
                Pictures.iTxt("openbadgecredential", JSON),
                Pictures.IEND),
            Version.OPEN_BADGES_3_0,
            JSON),
        Arguments.of(
            Pictures.utf8(Pictures.svg(Pictures.assertion("verify='" + url + "'", ""))),
            Version.OPEN_BADGES_2_0,
            url),
        Arguments.of(
            Pictures.utf8(
                Pictures.svg(
                    Pictures.assertion("verify='" + url + "'", " <![CDATA[{}]]><!-- --> "))),
            Version.OPEN_BADGES_2_0,
            " {} "),
        Arguments.of(
            Pictures.utf8(Pictures.svg(Pictures.assertion("verify='" + TOKEN + "'", "\n"))),
            Version.OPEN_BADGES_2_0,
            TOKEN),
        Arguments.of(
            Pictures.utf8(Pictures.svg(Pictures.credential("verify=' '", "{&quot;a&quot;:&#49;}"))),
            Version.OPEN_BADGES_3_0,
            "{\"a\":1}"),
        Arguments.of(
            Pictures.utf8(
                Pictures.svg(
                    "<g><b:credential verify='"
                        + TOKEN
                        + "' xmlns:b='"
                        + "https://purl.imsglobal.org/ob/v3p0'/><credential/></g>")),
            Version.OPEN_BADGES_3_0,
            TOKEN));
  }

  @ParameterizedTest
  @MethodSource("found")
  void findsTheBadgesOfOthers(byte[] picture, Version version, String text) throws Exception {
    BadgeImage image = BadgeImage.read(picture);
    assertThat(image.unbake()).contains(new Badge(version, SecuredCredential.of(text)));
    assertThat(BadgeImage.read(image.withoutBadge()).unbake()).isEmpty();
    assertThat(image.withoutBadge().length).isLessThan(picture.length);
  }

  @Test
  void takesOutTheWholeElement() throws Exception {
    String badge = Pictures.credential("verify='a.b.c'", "<!-- </openbadges:credential> -->");
    BadgeImage image = BadgeImage.read(Pictures.utf8(Pictures.svg(badge)));
    assertThat(image.withoutBadge()).asString(StandardCharsets.UTF_8).isEqualTo(Pictures.svg(""));
  }

  @Test
  void refusesToBakeWhatNobodyCouldRead() throws Exception {
    BadgeImage png = BadgeImage.read(Pictures.png());
    BadgeImage svg = BadgeImage.read(Pictures.utf8(Pictures.svg("")));
    for (BadgeImage picture : List.of(png, svg)) {
      assertThat(code(() -> picture.bake(SecuredCredential.of("hello")))).isEqualTo("form.unknown");
      assertThat(code(() -> picture.bake(SecuredCredential.of(picture.toBytes()))))
          .isEqualTo("form.unknown");
      assertThat(code(() -> picture.bake(SecuredCredential.of("{\"a\":"))))
          .isEqualTo("json.syntax");
      assertThat(code(() -> picture.bake(SecuredCredential.of("a.b.c")))).isEqualTo("jwt.syntax");
    }
    SecuredCredential noncharacter = SecuredCredential.of("{\"a\":\"\uFFFE\"}");
    assertThat(code(() -> svg.bake(noncharacter))).isEqualTo("image.encoding");
    assertThat(png.bake(noncharacter).unbake().orElseThrow().content()).isEqualTo(noncharacter);
  }

  @Test
  void keepsWithinItsLimitWhenReadingAndWhenBaking() throws Exception {
    byte[] picture = Pictures.png();
    Limits limits = Limits.defaults().toBuilder().imageBytes(picture.length).build();
    BadgeImage image = BadgeImage.read(picture, limits);
    assertThat(code(() -> image.bake(SecuredCredential.of(JSON)))).isEqualTo("limit.image");
    Limits less = limits.toBuilder().imageBytes(picture.length - 1).build();
    assertThat(code(() -> BadgeImage.read(picture, less))).isEqualTo("limit.image");
  }

  @Test
  void isAValueThatShowsNoContent() throws Exception {
    byte[] bytes = Pictures.png();
    BadgeImage image = BadgeImage.read(bytes);
    bytes[20] = 1;
    image.toBytes()[21] = 1;
    assertThat(image.toBytes()).isEqualTo(Pictures.png());
    assertThat(image).hasToString("BadgeImage[png, 92 bytes, no badge]");
    assertThat(image.bake(SecuredCredential.of("{\"secret\":1}")).toString())
        .endsWith("OPEN_BADGES_3_0]")
        .doesNotContain("secret");
  }

  static Stream<Arguments> activeContent() {
    return Stream.of(
        Arguments.of("<script>alert(1)</script>", "script"),
        Arguments.of("<x:SCRIPT xmlns:x='http://www.w3.org/1999/xhtml'/>", "script"),
        Arguments.of("<g onload='alert(1)'/>", "event handlers"),
        Arguments.of("<g ONMOUSEOVER='x'/>", "event handlers"),
        Arguments.of("<foreignObject><p/></foreignObject>", "foreignObject"),
        Arguments.of("<iframe src='https://example.com'/>", "foreign documents"),
        Arguments.of("<a xlink:href=' java&#10;Script&#58;alert(1)'/>", "javascript: links"),
        Arguments.of("<animate to='javascript:alert(1)'/>", "javascript: links"),
        Arguments.of("<set to='a;vbscript :x'/>", "javascript: links"),
        Arguments.of("<?xml-stylesheet href='https://example.com/x.css'?>", "style sheets"),
        Arguments.of(
            "<i:include xmlns:i='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>",
            "XInclude"));
  }

  @ParameterizedTest
  @MethodSource("activeContent")
  void warnsOfActiveContentAndReadsTheBadgeAllTheSame(String inside, String kind) throws Exception {
    String badge = Pictures.credential("", "<![CDATA[{}]]>");
    BadgeImage image = BadgeImage.read(Pictures.utf8(Pictures.svg(badge + inside)));
    assertThat(image.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo("image.active-content");
              assertThat(warning.message()).contains(kind);
            });
    assertThat(image.unbake()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='https://example.com/javascript'/>",
        "<g id='on' font-family='onyx' x='descript:'/>",
        "<text>javascript: onload=</text>",
        "<desc><![CDATA[<script>]]></desc>",
        "<!-- <script/> -->"
      })
  void doesNotWarnOfWhatOnlyLooksActive(String inside) throws Exception {
    assertThat(BadgeImage.read(Pictures.utf8(Pictures.svg(inside))).warnings()).isEmpty();
  }

  private static String code(ThrowingCallable call) {
    return catchThrowableOfType(InvalidDocumentException.class, call).violations().get(0).code();
  }
}

package org.microcred.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;

/** Pictures by those who want to be believed, to be ambiguous, to break in or to break down. */
@Tag("hostile")
class HostileImagesTest {
  private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJ4IjoxfQ.c2ln";
  private static final byte[] MINE = Pictures.iTxt("openbadgecredential", "{}");
  private static final byte[] ITXT_2_0 = Pictures.iTxt("openbadges", "{}");
  private static final byte[] TEXT_2_0 = Pictures.tExt("openbadges", "https://uni.example/1");

  static Stream<Arguments> pngs() {
    byte[] png = Pictures.pngWith(MINE);
    int idat = 8 + Pictures.IHDR.length + MINE.length;
    byte[] ihdr = Pictures.chunk("IHDR", new byte[12]);
    byte[] longEnd = Pictures.chunk("IEND", new byte[1]);
    return Stream.of(
        bad("two iTXt", Pictures.pngWith(MINE, MINE), "image.ambiguous"),
        bad("two versions", Pictures.pngWith(MINE, ITXT_2_0), "image.ambiguous"),
        bad("iTXt and tEXt", Pictures.pngWith(ITXT_2_0, TEXT_2_0), "image.ambiguous"),
        bad("two tEXt", Pictures.pngWith(TEXT_2_0, TEXT_2_0), "image.ambiguous"),
        bad(
            "a second one, compressed",
            Pictures.pngWith(MINE, compressed("iTXt", "openbadges\0\1\0\0\0x")),
            "image.ambiguous"),
        bad(
            "a second one behind the pixels",
            Pictures.png(Pictures.IHDR, MINE, Pictures.IDAT, ITXT_2_0, Pictures.IEND),
            "image.ambiguous"),
        bad(
            "compressed iTXt",
            Pictures.pngWith(compressed("iTXt", "openbadgecredential\0\1\0\0\0x")),
            "image.compressed"),
        bad(
            "a strange compression flag",
            Pictures.pngWith(compressed("iTXt", "openbadges\0\7\0\0\0x")),
            "image.compressed"),
        bad("zTXt", Pictures.pngWith(compressed("zTXt", "openbadges\0\0x")), "image.compressed"),
        bad(
            "a 3.0 credential in tEXt",
            Pictures.pngWith(Pictures.tExt("openbadgecredential", "{}")),
            "image.carrier"),
        bad(
            "iTXt that ends behind its keyword",
            Pictures.pngWith(Pictures.chunk("iTXt", Pictures.latin("openbadges"))),
            "image.carrier"),
        bad(
            "iTXt that ends before its text",
            Pictures.pngWith(Pictures.chunk("iTXt", Pictures.latin("openbadges\0\0\0en\0x"))),
            "image.carrier"),
        bad(
            "text that is not UTF-8",
            Pictures.pngWith(
                Pictures.chunk("iTXt", Pictures.latin("openbadges\0\0\0\0\0{\"\u00c3\"}"))),
            "image.encoding"),
        bad("a wrong checksum", Pictures.changed(png, idat - 1, 1), "image.checksum"),
        bad("a changed pixel", Pictures.changed(png, idat + 9, 1), "image.checksum"),
        bad("a length beyond the end", Pictures.changed(png, idat + 1, 1), "image.malformed"),
        bad("a negative length", Pictures.changed(png, idat, 0x80), "image.malformed"),
        bad("the longest length", Pictures.changed(png, idat, 0x7F), "image.malformed"),
        bad("a type that is not letters", Pictures.changed(png, idat + 4, '1'), "image.malformed"),
        bad("one byte less", Pictures.without(png, 1), "image.malformed"),
        bad("no IEND", Pictures.without(png, 12), "image.malformed"),
        bad("no IHDR", Pictures.png(MINE, Pictures.IDAT, Pictures.IEND), "image.malformed"),
        bad("two IHDR", Pictures.pngWith(Pictures.IHDR, MINE), "image.malformed"),
        bad("a short IHDR", Pictures.png(ihdr, MINE, Pictures.IEND), "image.malformed"),
        bad(
            "an IEND that holds something",
            Pictures.png(Pictures.IHDR, longEnd),
            "image.malformed"),
        bad("the signature alone", Pictures.png(new byte[0]), "image.malformed"),
        bad("text behind IEND", Pictures.join(png, new byte[1]), "image.trailing-data"),
        bad("a picture behind IEND", Pictures.join(png, png), "image.trailing-data"));
  }

  static Stream<Arguments> svgs() {
    String mine = Pictures.credential("", "<![CDATA[{}]]>");
    String token = Pictures.credential("verify='" + TOKEN + "'", "");
    String old = Pictures.assertion("verify='" + TOKEN + "'", "");
    String v3 = "https://purl.imsglobal.org/ob/v3p0";
    return Stream.of(
        bad(
            "an external entity",
            "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg>&x;</svg>",
            "image.doctype"),
        bad(
            "an external DTD",
            "<?xml version='1.0'?><!DOCTYPE svg SYSTEM 'http://127.0.0.1/x.dtd'><svg> </svg>",
            "image.doctype"),
        bad(
            "growing entities",
            "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><svg>&b;</svg>",
            "image.doctype"),
        bad(
            "a DTD of SVG 1.1",
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' ''><svg> </svg>",
            "image.doctype"),
        bad("a lower-case doctype", "<!doctype svg><svg> </svg>", "image.doctype"),
        bad("an unknown entity", svg("&xxe;"), "image.malformed"),
        bad(
            "an unknown entity in the badge",
            svg(Pictures.credential("", "{&x;}")),
            "image.malformed"),
        bad("two elements", svg(mine + mine), "image.ambiguous"),
        bad("two versions", svg(mine + old), "image.ambiguous"),
        bad(
            "a second one inside a symbol",
            svg(old + "<defs>" + old + "</defs>"),
            "image.ambiguous"),
        bad(
            "a token and JSON",
            svg(Pictures.credential("verify='" + TOKEN + "'", "{}")),
            "image.ambiguous"),
        bad(
            "a token and JSON by the rules of 2.0",
            svg(Pictures.assertion("verify='" + TOKEN + "'", "{}")),
            "image.ambiguous"),
        bad("one inside another", svg(Pictures.credential("", mine)), "image.carrier"),
        bad("an element inside", svg(Pictures.credential("", "{<g/>}")), "image.carrier"),
        bad("nothing inside", svg(Pictures.credential("", " \n")), "image.carrier"),
        bad(
            "the namespace of the other version",
            svg(Pictures.element("credential", "http://openbadges.org", "verify='x'", "")),
            "image.carrier"),
        bad(
            "the name of the other version",
            svg("<o:assertion xmlns:o='" + v3 + "' verify='x'/>"),
            "image.carrier"),
        bad(
            "a namespace that is almost right",
            svg(Pictures.element("credential", v3 + "/", "verify='x'", "")),
            "image.carrier"),
        bad(
            "another attribute",
            svg(Pictures.credential("x:verify='a' xmlns:x='y'", "")),
            "image.carrier"),
        bad("another root", "<html><svg>" + mine + "</svg></html>", "image.malformed"),
        bad(
            "another namespace",
            "<svg xmlns='http://www.w3.org/1999/xhtml'>.</svg>",
            "image.malformed"),
        bad(
            "an unbound prefix",
            "<svg><openbadges:credential verify='x'/></svg>",
            "image.malformed"),
        bad("an empty picture", "<svg/>", "image.malformed"),
        bad("an end that is missing", svg(token).replace("</svg>", ""), "image.malformed"),
        bad("an unfinished comment", "<svg><!-- ", "image.malformed"),
        bad("an unfinished tag", "<svg a='x", "image.malformed"),
        bad("overlapping tags", svg("<g><a></g></a>"), "image.malformed"),
        bad("text behind the end", svg(token) + "{}", "image.malformed"),
        bad("two pictures", svg(token) + "<svg> </svg>", "image.malformed"),
        bad("the same attribute twice", svg("<g a='1' a='2'/>"), "image.malformed"),
        bad("a NUL", svg("\0"), "image.malformed"),
        bad("XML 1.1", "<?xml version='1.1'?><svg>" + mine + "</svg>", "image.malformed"),
        bad(
            "a declared encoding",
            "<?xml version='1.0' encoding='ISO-8859-1'?><svg>" + mine + "</svg>",
            "image.encoding"),
        bad(
            "a declared encoding of other letters",
            "<?xml version='1.0' encoding='UTF-7'?><svg>+ADw-script+AD4-</svg>",
            "image.encoding"),
        bad("UTF-16", bytes(svg(mine), "UTF-16"), "form.unknown"),
        bad("Latin-1", bytes(svg(mine), "ISO-8859-1"), "image.encoding"));
  }

  private static Arguments bad(String name, String svg, String code) {
    return bad(name, Pictures.utf8(svg), code);
  }

  private static Arguments bad(String name, byte[] picture, String code) {
    return Arguments.of(name, picture, code);
  }

  private static String svg(String inside) {
    return Pictures.svg(inside);
  }

  private static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static byte[] compressed(String type, String fields) {
    return Pictures.chunk(type, Pictures.latin(fields));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"pngs", "svgs"})
  void areRefusedWithTheReason(String name, byte[] picture, String code) {
    Violation violation = refusal(picture);
    assertThat(violation.code()).as(violation.message()).isEqualTo(code);
    assertThat(violation.message()).doesNotContain("\n").hasSizeLessThan(400);
    assertThat(opening(picture).code()).isEqualTo(code);
  }

  @Test
  void areSoundBeforeTheyAreChanged() {
    for (byte[] picture :
        new byte[][] {
          Pictures.pngWith(MINE),
          Pictures.pngWith(TEXT_2_0),
          Pictures.utf8(svg(Pictures.assertion("verify='" + TOKEN + "'", "")))
        }) {
      assertThatCode(() -> assertThat(BadgeImage.read(picture).unbake()).isPresent())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void neverMakeTheReaderOpenAFile(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "{\"secret\":1}");
    String include =
        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='%s'/>"
            .formatted(secret.toUri());
    byte[] picture = Pictures.utf8(svg(include + Pictures.credential("", "{}")));
    BadgeImage image = BadgeImage.read(picture);
    assertThat(image.unbake().orElseThrow().content()).isEqualTo(SecuredCredential.of("{}"));
    assertThat(refusal(Pictures.utf8(svg(Pictures.credential("", include)))).code())
        .isEqualTo("image.carrier");
  }

  @Test
  void holdNoPictureInsideAPictureAndNoOtherFile() {
    String[] contents = {svg(""), "hello", "", "[1]", "%PDF", "\u0480{}", "ftp://uni.example/a"};
    for (String content : contents) {
      byte[] picture = Pictures.pngWith(Pictures.iTxt("openbadgecredential", content));
      assertThat(opening(picture).code()).as(content).isEqualTo("form.unknown");
    }
    assertThat(opening(Pictures.png()).code()).isEqualTo("image.not-baked");
    assertThat(opening(Pictures.utf8(svg(""))).code()).isEqualTo("image.not-baked");
  }

  @Test
  void withABrokenBadgeAreRefusedLikeTheBadge() {
    assertThat(opening(Pictures.pngWith(Pictures.iTxt("openbadges", "{\"a\":1,\"a\":2}"))).code())
        .isEqualTo("json.duplicate-member");
    assertThat(opening(Pictures.utf8(svg(Pictures.credential("verify='a.b.c'", "")))).code())
        .isEqualTo("jwt.syntax");
    String large = "{\"a\":\"" + "x".repeat(5 << 20) + "\"}";
    assertThat(opening(Pictures.pngWith(Pictures.iTxt("openbadges", large))).code())
        .isEqualTo("limit.document");
  }

  /** Each as large as a picture may be, or as intricate. */
  static Stream<Arguments> floods() {
    int size = (8 << 20) - 4096;
    byte[] empty = Pictures.chunk("abCd", new byte[0]);
    byte[] chunks = new byte[size - size % empty.length];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = empty[i % empty.length];
    }
    return Stream.of(
        bad("8 MiB and some bytes", Pictures.pngWith(new byte[8 << 20]), "limit.image"),
        bad("chunks", Pictures.pngWith(chunks), "limit.image"),
        bad("elements", svg(fill("<g/>", size)), "limit.image"),
        bad("references", svg(fill("&amp;", size)), "limit.image"),
        bad("depth", svg("<g xmlns:p='u'>".repeat(1000)), "limit.image"),
        bad("namespaces", svg("<g " + fill("xmlns:a='u' ", 9999) + "/>"), "limit.image"),
        bad("attributes", svg("<g " + fill("a='' ", 9999) + "/>"), "limit.image"),
        bad("blanks", fill(" ", size), "form.unknown"),
        bad("an open comment", "<svg>" + fill("<!-- ", 900_000), "image.malformed"));
  }

  /** Large, odd and sound. */
  static Stream<Arguments> loads() {
    int size = (8 << 20) - 4096;
    String scope =
        IntStream.range(0, 190)
            .mapToObj(i -> " xmlns:p%d='u%d'".formatted(i, i))
            .collect(Collectors.joining());
    return Stream.of(
            "<g" + scope + ">" + "<p0:g/>".repeat(190_000) + "</g>",
            ("<g" + scope + "/>").repeat(2000),
            "<g a='&#58;'/>".repeat(90_000),
            "<g a='" + fill("javascript :", size) + "'/>",
            "<!--" + fill("- ", size) + "-->",
            "<![CDATA[" + fill("]", size) + "]]>",
            Pictures.credential("", fill("<![CDATA[x]]>", 2_000_000)),
            fill("\u2603", size / 3))
        .map(inside -> Arguments.of(inside.substring(0, 9), Pictures.utf8(svg(inside))));
  }

  private static String fill(String text, int size) {
    return text.repeat(size / text.length());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("floods")
  void ofFullSizeAreRefusedInTime(String name, byte[] picture, String code) {
    long before = cpuTime();
    assertThat(refusal(picture).code()).isEqualTo(code);
    assertThat(Duration.ofNanos(cpuTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loads")
  void ofFullSizeAreReadInTime(String name, byte[] picture) throws Exception {
    long before = cpuTime();
    BadgeImage.read(picture);
    assertThat(Duration.ofNanos(cpuTime() - before)).isLessThan(Duration.ofSeconds(2));
  }

  /** What this thread used: other work on the machine does not count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Violation refusal(byte[] picture) {
    return catchThrowableOfType(InvalidDocumentException.class, () -> BadgeImage.read(picture))
        .violations()
        .get(0);
  }

  private static Violation opening(byte[] picture) {
    return catchThrowableOfType(
            InvalidDocumentException.class,
            () -> Inspection.open(SecuredCredential.of(picture), InspectionSettings.defaults()))
        .violations()
        .get(0);
  }
}

package org.microcred.crypto.internal.image;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.microcred.crypto.BadgeImage.Version;
import org.microcred.crypto.Secured;
import org.microcred.crypto.SecuredCredential;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;

/**
 * Reads an SVG as XML: finds the badge and notes active content. Nothing is resolved, included or
 * fetched; the text was searched for document type declarations before.
 */
final class SvgReader {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private final ActiveContent activeContent = new ActiveContent();
  private int ordinal = -1;
  private @Nullable Badge badge;
  private @Nullable StringBuilder body;
  private String verify = "";

  /**
   * The badge.
   *
   * @param version whose rules it follows
   * @param ordinal the number of its element in the order of start tags; the root has 0
   * @param text what it holds
   */
  record Badge(Version version, int ordinal, String text) {}

  private SvgReader() {}

  static SvgReader read(byte[] svg) throws InvalidDocumentException {
    int mark = SvgTags.markLength(svg);
    // Strict: a decoder of its own reports what is not UTF-8, where a charset would replace it.
    Reader text =
        new InputStreamReader(
            new ByteArrayInputStream(svg, mark, svg.length - mark),
            StandardCharsets.UTF_8.newDecoder());
    SvgReader reader = new SvgReader();
    try {
      reader.read(parser(text));
    } catch (XMLStreamException e) {
      throw refusal(e);
    }
    return reader;
  }

  /** The badge, when there is one. */
  Optional<Badge> badge() {
    return Optional.ofNullable(badge);
  }

  /** The kinds of content that a viewer would act on. */
  List<String> activeContent() {
    return activeContent.kinds();
  }

  /** The JDK's own parser, whatever else is on the class path: one parser, one answer. */
  private static XMLStreamReader parser(Reader text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is resolved");
        });
    return factory.createXMLStreamReader(text);
  }

  private void read(XMLStreamReader in) throws XMLStreamException, InvalidDocumentException {
    requireDeclaration(in);
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(in);
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (body != null) {
            body.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
          }
        }
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            activeContent.instruction(in.getPITarget());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw Faults.malformed("the SVG refers to an entity, which nothing in it declares");
        default -> {
          // Comments and the ends of the document say nothing.
        }
      }
    }
  }

  private static void requireDeclaration(XMLStreamReader in) throws InvalidDocumentException {
    String encoding = in.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw Faults.encoding(
          "the SVG says that its encoding is "
              + SafeText.quote(encoding)
              + "; only UTF-8 is read, convert it");
    }
    String version = in.getVersion();
    if (version != null && !version.equals("1.0")) {
      throw Faults.malformed("the SVG is XML " + SafeText.quote(version) + ", not XML 1.0");
    }
  }

  private void start(XMLStreamReader in) throws InvalidDocumentException {
    ordinal++;
    if (ordinal == 0) {
      requireSvg(in);
    }
    activeContent.element(in);
    if (body != null) {
      throw Faults.carrier(
          "the element that holds the badge has elements inside; text is expected");
    }
    Optional<Version> version = version(in);
    if (version.isPresent()) {
      if (badge != null) {
        throw Faults.ambiguous("the SVG has more than one element that holds a badge");
      }
      badge = new Badge(version.get(), ordinal, "");
      body = new StringBuilder();
      String attribute = in.getAttributeValue("", "verify");
      verify = attribute == null ? "" : attribute.strip();
    }
  }

  private void end() throws InvalidDocumentException {
    if (badge != null && body != null) {
      badge = new Badge(badge.version(), badge.ordinal(), text(badge.version(), body.toString()));
      body = null;
    }
  }

  private static void requireSvg(XMLStreamReader in) throws InvalidDocumentException {
    String namespace = in.getNamespaceURI();
    boolean inSvg = namespace == null || namespace.isEmpty() || namespace.equals(SVG);
    if (!in.getLocalName().equals("svg") || !inSvg) {
      throw Faults.malformed(
          "the outermost element is " + SafeText.quote(in.getLocalName()) + ", not svg");
    }
  }

  /** Whose badge an element holds; a name that is almost right must not be read by some only. */
  private static Optional<Version> version(XMLStreamReader in) throws InvalidDocumentException {
    String name = in.getLocalName();
    String namespace = in.getNamespaceURI();
    Optional<Version> version =
        Arrays.stream(Version.values()).filter(v -> Svg.element(v).equals(name)).findFirst();
    if (version.isEmpty()) {
      return version;
    }
    if (Svg.namespace(version.get()).equals(namespace)) {
      return version;
    }
    boolean other =
        Arrays.stream(Version.values()).map(Svg::namespace).anyMatch(v -> v.equals(namespace));
    if (other || Svg.PREFIX.equals(in.getPrefix())) {
      throw Faults.carrier(
          "the element "
              + SafeText.of(name)
              + " is in the namespace "
              + SafeText.quote(String.valueOf(namespace))
              + "; a badge is in "
              + Svg.namespace(version.get()));
    }
    return Optional.empty();
  }

  /** A token stands in the attribute, JSON in the body; a URL in the attribute is of the JSON. */
  private String text(Version version, String content) throws InvalidDocumentException {
    boolean token =
        version == Version.OPEN_BADGES_3_0
            ? !verify.isEmpty()
            : SecuredCredential.of(verify).form() == Secured.Form.JWT;
    if (content.isBlank()) {
      if (verify.isEmpty()) {
        throw Faults.carrier("the element for the badge is empty");
      }
      return verify;
    }
    if (token) {
      throw Faults.ambiguous("the element holds a badge in its attribute and another in its text");
    }
    return content;
  }

  private static InvalidDocumentException refusal(XMLStreamException e) {
    if (e.getNestedException() instanceof CharacterCodingException) {
      return Faults.encoding("the SVG is not UTF-8; convert it");
    }
    String place =
        e.getLocation() == null
            ? ""
            : ", line "
                + e.getLocation().getLineNumber()
                + " column "
                + e.getLocation().getColumnNumber();
    return Faults.malformed("the SVG is not well-formed XML" + place);
  }
}

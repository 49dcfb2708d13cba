package org.microcred.model.competency;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.microcred.model.Achievement;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;

/**
 * A competency framework: a package of CASE 1.0 or 1.1 (CFPackage), indexed. Immutable and
 * thread-safe.
 *
 * <p>The framework keeps the bytes of its package, and makes the records from them each time they
 * are asked for. Lists are views that do so element by element; none is ever null, and none can be
 * changed. A competency is known by its identifier: one that this framework does not have is
 * related to nothing here.
 *
 * <p>Associations may lead out of the package, run in circles and be there twice: such ends are
 * kept as they are, circles are walked once, and every competency is listed once.
 *
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>
 */
public final class CompetencyFramework {
  private final PackageSource source;
  private final FrameworkDocument document;
  private final FrameworkIndex index;
  private final List<Violation> warnings;
  private final Records<Competency> competencies;
  private final Records<CompetencyAssociation> associations;

  CompetencyFramework(
      PackageSource source,
      FrameworkDocument document,
      FrameworkIndex index,
      List<Violation> warnings) {
    this.source = source;
    this.document = document;
    this.index = index;
    this.warnings = warnings;
    this.competencies = Records.all(source, Section.ITEMS, Competency::read);
    this.associations = Records.all(source, Section.ASSOCIATIONS, CompetencyAssociation::read);
  }

  /**
   * Reads a package from untrusted bytes, within {@link FrameworkLimits#defaults()}.
   *
   * @param casePackage the package, as JSON in UTF-8
   * @return the framework
   * @throws InvalidDocumentException as {@link #parse(byte[], FrameworkLimits)}
   */
  public static CompetencyFramework parse(byte[] casePackage) throws InvalidDocumentException {
    return parse(casePackage, FrameworkLimits.defaults());
  }

  /**
   * Reads a package from untrusted bytes. Every object is judged, so nothing found later is
   * unsound.
   *
   * @param casePackage the package, as JSON in UTF-8
   * @param limits how much of it to read
   * @return the framework
   * @throws InvalidDocumentException with all violations, up to 1,000: {@code json.*}, {@code
   *     model.*}, {@code case.*} and {@code limit.*}
   */
  public static CompetencyFramework parse(byte[] casePackage, FrameworkLimits limits)
      throws InvalidDocumentException {
    Objects.requireNonNull(casePackage, "casePackage");
    limits.refuseLonger(casePackage.length);
    return FrameworkLoader.load(casePackage.clone(), limits);
  }

  /**
   * Reads a plain list from untrusted bytes: CSV (RFC 4180) in UTF-8, the first line of which names
   * the columns, as catalogues such as ESCO and the CTDL registries publish it. The framework is
   * what {@link #parse(byte[])} makes of the same list as a CASE package: the label is the
   * statement, the description the notes, the code the {@code humanCodingScheme}; identifiers are
   * UUIDs made from the URIs, so the same list always has the same ones. As CASE, its competencies
   * and its associations may each be as long as the limits allow a document to be.
   *
   * @param document what the list is, such as {@link FrameworkDocument#of(String, String, String,
   *     Instant)}
   * @param csv the list
   * @param columns which columns to take
   * @param limits how much of it to read
   * @return the framework
   * @throws InvalidDocumentException with all violations, up to 1,000, whose pointers are {@code
   *     /line/column}; and as {@link #parse(byte[], FrameworkLimits)} for the document
   */
  public static CompetencyFramework ofList(
      FrameworkDocument document, byte[] csv, ListColumns columns, FrameworkLimits limits)
      throws InvalidDocumentException {
    Objects.requireNonNull(limits, "limits");
    byte[] casePackage =
        PlainList.toPackage(
            Objects.requireNonNull(document, "document"),
            Objects.requireNonNull(csv, "csv"),
            Objects.requireNonNull(columns, "columns"),
            limits);
    return FrameworkLoader.load(casePackage, limits);
  }

  /** {@return what the framework is, whose, and from when} */
  public FrameworkDocument document() {
    return document;
  }

  /** {@return what is odd about the package without being wrong, up to 1,000 remarks} */
  public List<Violation> warnings() {
    return warnings;
  }

  /** {@return how many competencies there are} */
  public int size() {
    return competencies.size();
  }

  /** {@return all competencies, in the order of the package} */
  public List<Competency> competencies() {
    return competencies;
  }

  /** {@return all associations, in the order of the package} */
  public List<CompetencyAssociation> associations() {
    return associations;
  }

  /** {@return the rubrics, in the order of the package} */
  public List<Rubric> rubrics() {
    return Records.all(source, Section.RUBRICS, Rubric::read);
  }

  /** {@return the definitions, empty lists where there are none} */
  public Definitions definitions() {
    return new Definitions(
        Records.all(source, Section.CONCEPTS, Concept::read),
        Records.all(source, Section.SUBJECTS, Subject::read),
        Records.all(source, Section.LICENSES, License::read),
        Records.all(source, Section.ITEM_TYPES, ItemType::read),
        Records.all(source, Section.ASSOCIATION_GROUPINGS, AssociationGrouping::read),
        source.moreDefinitions());
  }

  /** {@return extensions of the package, and its members that the specification does not know} */
  public JsonObject more() {
    return source.more();
  }

  /** {@return the package, byte for byte as it was read} */
  public byte[] toBytes() {
    return source.bytes().clone();
  }

  // --- one competency ---

  /**
   * {@return the competency with that URI, or empty}
   *
   * @param uri its {@code uri}, compared character by character
   */
  public Optional<Competency> find(String uri) {
    return items(index.byUri().find(KeyIndex.key(uri)))
        .filter(found -> found.uri().equals(uri))
        .findFirst();
  }

  /**
   * {@return the competency at that end of an association, or empty when the end lies outside}
   *
   * @param end the link: its identifier counts first, then its URI
   */
  public Optional<Competency> find(LinkGenURI end) {
    return byIdentifier(end.identifier()).or(() -> find(end.uri()));
  }

  /**
   * {@return the competency with that identifier, or empty}
   *
   * @param identifier a UUID, in either case
   */
  public Optional<Competency> byIdentifier(String identifier) {
    return items(index.byIdentifier().find(FrameworkLoader.identifierKey(identifier)))
        .filter(found -> found.identifier().equalsIgnoreCase(identifier))
        .findFirst();
  }

  /**
   * {@return the competencies with that code, in the order of the package}
   *
   * @param humanCodingScheme the code for people, compared character by character
   */
  public List<Competency> byCode(String humanCodingScheme) {
    return items(index.byCode().find(KeyIndex.key(humanCodingScheme)))
        .filter(found -> found.humanCodingScheme().equals(Optional.of(humanCodingScheme)))
        .toList();
  }

  // --- the tree: isChildOf ---

  /**
   * {@return the competencies directly below the document, in their sequence; then those that are
   * below nothing in this package, in its order}
   */
  public List<Competency> roots() {
    return at(index.graph().roots().toArray());
  }

  /**
   * {@return the competencies directly below one, by {@code sequenceNumber}; those without one come
   * last, in the order of the package}
   *
   * @param parent a competency of this framework
   */
  public List<Competency> children(Competency parent) {
    return around(parent, node -> index.graph().children(node).toArray());
  }

  /**
   * {@return the competencies directly above one}
   *
   * @param child a competency of this framework
   */
  public List<Competency> parents(Competency child) {
    return around(child, node -> index.graph().parents(node).toArray());
  }

  /**
   * {@return the competencies below one at every depth, each once and itself never, in the order in
   * which a reader meets them}
   *
   * @param top a competency of this framework
   */
  public List<Competency> descendants(Competency top) {
    return around(top, index.graph()::descendants);
  }

  /**
   * {@return the competencies above one at every height, each once and itself never, the nearest of
   * each line first}
   *
   * @param bottom a competency of this framework
   */
  public List<Competency> ancestors(Competency bottom) {
    return around(bottom, index.graph()::ancestors);
  }

  // --- across ---

  /**
   * {@return the associations that start at a competency or lead to it, in the order of the
   * package}
   *
   * @param competency a competency of this framework
   */
  public List<CompetencyAssociation> associations(Competency competency) {
    return associations.at(
        node(competency).map(n -> index.graph().associations(n).toArray()).orElse(new int[0]));
  }

  /**
   * {@return what means the same as a competency, each once, the nearest first: whatever {@code
   * exactMatchOf} and {@code isTranslationOf} lead to, in both directions and on from there}
   *
   * <p>Most matches lie in other frameworks, so these are links as the associations have them;
   * {@link #find(LinkGenURI)} tells which are in this one.
   *
   * @param competency a competency of this framework
   */
  public List<LinkGenURI> equivalents(Competency competency) {
    int[] ends = node(competency).map(index.graph()::equivalents).orElse(new int[0]);
    return Arrays.stream(ends)
        .mapToObj(
            end -> {
              CompetencyAssociation association = associations.get(end / 2);
              return end % 2 == 0 ? association.originNodeURI() : association.destinationNodeURI();
            })
        .toList();
  }

  /**
   * {@return the competencies that an achievement's alignments point at, in the order of the
   * alignments; for each alignment those of the surest match only}
   *
   * @param achievement any achievement
   */
  public List<AlignedCompetency> aligned(Achievement achievement) {
    return achievement.alignments().stream()
        .flatMap(alignment -> Alignments.in(this, alignment).stream())
        .toList();
  }

  // --- how ---

  private Optional<Integer> node(Competency competency) {
    return index
        .byIdentifier()
        .find(FrameworkLoader.identifierKey(competency.identifier()))
        .filter(node -> node != AssociationGraph.DOCUMENT)
        .boxed()
        .findFirst();
  }

  private List<Competency> around(Competency competency, IntFunction<int[]> nodes) {
    return at(node(competency).map(nodes::apply).orElse(new int[0]));
  }

  private Stream<Competency> items(IntStream nodes) {
    return nodes
        .filter(node -> node != AssociationGraph.DOCUMENT)
        .mapToObj(node -> competencies.get(node - 1));
  }

  private List<Competency> at(int[] nodes) {
    return competencies.at(Arrays.stream(nodes).map(node -> node - 1).toArray());
  }
}

package org.microcred.model.competency;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.internal.Cursor;
import org.microcred.model.internal.Inspection;
import org.microcred.model.internal.Messages;
import org.microcred.model.json.JsonPointer;

/**
 * Judges a package object by object and makes the index over it. Of each object only hashes and
 * numbers are kept.
 */
final class FrameworkLoader {
  private final Inspection inspection = new Inspection();
  private final PackageSource source;
  private final int items;
  private final long[] identifiers;
  private final long[] uris;
  private final long[] codes;

  private FrameworkLoader(byte[] bytes, FrameworkLimits limits) throws InvalidDocumentException {
    source = PackageScanner.scan(bytes, limits, inspection);
    items = source.size(Section.ITEMS);
    identifiers = new long[items + 1];
    uris = new long[items + 1];
    codes = new long[items + 1];
  }

  /** {@return the framework of a package, which it keeps} */
  static CompetencyFramework load(byte[] bytes, FrameworkLimits limits)
      throws InvalidDocumentException {
    return new FrameworkLoader(bytes, limits).load();
  }

  private CompetencyFramework load() throws InvalidDocumentException {
    Optional<FrameworkDocument> document = document();
    items();
    KeyIndex byIdentifier = unique(identifiers, "case.duplicate-identifier", "identifier");
    KeyIndex byUri = unique(uris, "case.duplicate-uri", "uri");
    AssociationGraph graph = associations(byIdentifier, byUri);
    each(Section.RUBRICS, Rubric::read, Rubric::identifier);
    each(Section.CONCEPTS, Concept::read, Concept::identifier);
    each(Section.SUBJECTS, Subject::read, Subject::identifier);
    each(Section.LICENSES, License::read, License::identifier);
    each(Section.ITEM_TYPES, ItemType::read, ItemType::identifier);
    each(Section.ASSOCIATION_GROUPINGS, AssociationGrouping::read, AssociationGrouping::identifier);

    if (!inspection.isClean() || document.isEmpty()) {
      throw inspection.refusal();
    }
    return new CompetencyFramework(
        source,
        document.get(),
        new FrameworkIndex(byIdentifier, byUri, KeyIndex.of(codes), graph),
        inspection.findings().warnings());
  }

  private Optional<FrameworkDocument> document() {
    if (source.size(Section.DOCUMENT) == 0) {
      JsonPointer pointer = Section.DOCUMENT.pointer();
      if (!inspection.isFaulty(pointer)) {
        inspection.fail(Messages.violation("model.required", pointer));
      }
      return Optional.empty();
    }
    Optional<FrameworkDocument> document = read(Section.DOCUMENT, 0, FrameworkDocument::read);
    document.ifPresent(
        found -> {
          identifiers[AssociationGraph.DOCUMENT] = identifierKey(found.identifier());
          uris[AssociationGraph.DOCUMENT] = KeyIndex.key(found.uri());
        });
    return document;
  }

  private void items() {
    for (int i = 0; i < items; i++) {
      int node = i + 1;
      read(Section.ITEMS, i, Competency::read)
          .ifPresent(
              item -> {
                identifiers[node] = identifierKey(item.identifier());
                uris[node] = KeyIndex.key(item.uri());
                codes[node] = item.humanCodingScheme().map(KeyIndex::key).orElse(KeyIndex.NONE);
              });
    }
  }

  private AssociationGraph associations(KeyIndex byIdentifier, KeyIndex byUri) {
    int size = source.size(Section.ASSOCIATIONS);
    int[] origins = new int[size];
    int[] destinations = new int[size];
    int[] sequence = new int[size];
    AssociationGraph.Kind[] kinds = new AssociationGraph.Kind[size];
    Map<Long, Integer> outside = new HashMap<>();
    Function<LinkGenURI, Integer> node =
        end ->
            FrameworkIndex.node(end, byIdentifier, byUri)
                .orElseGet(
                    () ->
                        outside.computeIfAbsent(
                            KeyIndex.key(end.uri()), key -> items + 1 + outside.size()));
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      int at = i;
      kinds[at] = AssociationGraph.Kind.OTHER;
      read(Section.ASSOCIATIONS, at, CompetencyAssociation::read)
          .ifPresent(
              association -> {
                keys[at] = identifierKey(association.identifier());
                origins[at] = node.apply(association.originNodeURI());
                destinations[at] = node.apply(association.destinationNodeURI());
                sequence[at] = association.sequenceNumber().orElse(Integer.MAX_VALUE);
                kinds[at] = AssociationGraph.Kind.of(association.associationType());
              });
    }
    refuseDuplicates(Section.ASSOCIATIONS, KeyIndex.of(keys));
    return new AssociationGraph(
        items, items + 1 + outside.size(), origins, destinations, kinds, sequence);
  }

  private <T> void each(Section section, Function<Cursor, T> read, Function<T, String> identifier) {
    long[] keys = new long[source.size(section)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] =
          read(section, i, read).map(identifier).map(FrameworkLoader::identifierKey).orElse(0L);
    }
    refuseDuplicates(section, KeyIndex.of(keys));
  }

  /** Reads one object, at its place; empty after a fault in it. */
  private <T> Optional<T> read(Section section, int index, Function<Cursor, T> read) {
    if (inspection.isFull()) {
      inspection.fail(Messages.violation("limit.violations", JsonPointer.ROOT));
      return Optional.empty();
    }
    try {
      Inspection own = Inspection.withNulls();
      T value = read.apply(CaseMembers.root(source.object(section, index), own));
      Findings findings = own.findings();
      if (findings.passed() && findings.warnings().isEmpty()) {
        return Optional.of(value);
      }
      JsonPointer pointer = section.pointer(index);
      findings.failures().forEach(violation -> inspection.fail(violation.under(pointer)));
      findings.unknowns().forEach(violation -> inspection.fail(violation.under(pointer)));
      findings.warnings().forEach(violation -> inspection.warn(violation.under(pointer)));
      return findings.passed() ? Optional.of(value) : Optional.empty();
    } catch (InvalidDocumentException e) {
      JsonPointer pointer = section.pointer(index);
      e.violations().forEach(violation -> inspection.fail(violation.under(pointer)));
      return Optional.empty();
    }
  }

  /** Document and items together: an end of an association may mean either. */
  private KeyIndex unique(long[] keys, String code, String member) {
    KeyIndex index = KeyIndex.of(keys);
    index.duplicates(
        node ->
            inspection.fail(
                Messages.violation(code, Section.ITEMS.pointer(node - 1).child(member))));
    return index;
  }

  private void refuseDuplicates(Section section, KeyIndex index) {
    index.duplicates(
        i ->
            inspection.fail(
                Messages.violation(
                    "case.duplicate-identifier", section.pointer(i).child("identifier"))));
  }

  /** UUIDs are compared without case (RFC 4122 §3). */
  static long identifierKey(String identifier) {
    return KeyIndex.key(identifier.toLowerCase(Locale.ROOT));
  }
}

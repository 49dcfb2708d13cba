package org.microcred.model.competency;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is found by what in a package: node 0 is its document, the items follow in their order.
 *
 * @param byIdentifier document and items by their identifiers
 * @param byUri document and items by their URIs
 * @param byCode items by their codes for people
 * @param graph how they stand to each other
 */
record FrameworkIndex(
    KeyIndex byIdentifier, KeyIndex byUri, KeyIndex byCode, AssociationGraph graph) {

  /** {@return the node at an end of an association, by its identifier, else by its URI} */
  static Optional<Integer> node(LinkGenURI end, KeyIndex byIdentifier, KeyIndex byUri) {
    return IntStream.concat(
            byIdentifier.find(FrameworkLoader.identifierKey(end.identifier())),
            byUri.find(KeyIndex.key(end.uri())))
        .boxed()
        .findFirst();
  }
}

package org.microcred.verify.internal.html;

import java.util.List;

/**
 * One thing that a document says: a key of the words, and the values, all of them from strangers.
 *
 * @param name {@code fact.…}
 */
record Fact(String name, List<String> values) {
  Fact {
    values = List.copyOf(values);
  }
}

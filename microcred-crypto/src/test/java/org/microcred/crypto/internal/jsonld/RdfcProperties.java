package org.microcred.crypto.internal.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RdfcProperties {
  private static final int NODES = 6;

  @Property(tries = 300)
  void neitherLabelsNorOrderMatter(@ForAll long seed) throws Exception {
    Random random = new Random(seed);
    List<String> quads = quads(random);
    List<Integer> names = new ArrayList<>(IntStream.range(0, NODES).boxed().toList());
    Collections.shuffle(names, random);
    List<String> renamed = new ArrayList<>();
    for (String quad : quads) {
      String line = quad;
      for (int i = 0; i < NODES; i++) {
        line = line.replace("_:n" + i, "_:m" + names.get(i));
      }
      renamed.add(line);
    }
    Collections.shuffle(renamed, random);
    String canonical = RdfcTest.canonicalise(String.join("", quads));
    assertThat(RdfcTest.canonicalise(String.join("", renamed))).isEqualTo(canonical);
    assertThat(RdfcTest.canonicalise(canonical)).isEqualTo(canonical);
  }

  /**
   * Dense little datasets, each in one graph: RDFC-1.0 §4.7 hashes the nodes around a node without
   * the graph in which they meet, so it cannot tell two nodes apart that differ in nothing else.
   * Such a dataset has several canonical forms, and a signature over it may not verify.
   */
  private static List<String> quads(Random random) {
    List<String> quads = new ArrayList<>();
    String graph = List.of("", " <urn:g>", " " + node(random)).get(random.nextInt(3));
    int size = 2 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      String subject = random.nextInt(4) == 0 ? "<urn:s>" : node(random);
      String object = random.nextInt(4) == 0 ? "\"" + random.nextInt(2) + "\"" : node(random);
      quads.add(subject + " <urn:p" + random.nextInt(2) + "> " + object + graph + " .\n");
    }
    return quads;
  }

  private static String node(Random random) {
    return "_:n" + random.nextInt(NODES);
  }
}

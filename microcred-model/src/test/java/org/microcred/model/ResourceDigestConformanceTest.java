package org.microcred.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.microcred.testing.Vectors;

/** The published contexts and the digests that are published of them. */
class ResourceDigestConformanceTest {
  @Test
  void checksThePublishedDigestsOfContexts() {
    int checked = 0;
    for (String line : Vectors.text("CONTEXTS.tsv").lines().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      byte[] digest = HexFormat.of().parseHex(cells[2]);
      byte[] multihash = new byte[2 + digest.length];
      multihash[0] = 0x12;
      multihash[1] = 0x20;
      System.arraycopy(digest, 0, multihash, 2, digest.length);
      ResourceDigest published =
          new ResourceDigest(
              List.of("sha256-" + Base64.getEncoder().encodeToString(digest)),
              List.of(Multibase.base64url(multihash), Multibase.base58btc(multihash)));
      byte[] context = Vectors.bytes(cells[1]);
      assertThat(published.check(context)).as(line).isEqualTo(Findings.none());
      context[context.length / 2] ^= 1;
      assertThat(published.check(context).failures()).as(line).hasSize(3);
      checked++;
    }
    System.out.println("digests of published contexts checked in three forms: " + checked);
    assertThat(checked).isEqualTo(27);
  }
}

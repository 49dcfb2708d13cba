package org.microcred.crypto.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.microcred.model.CredentialStatus;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.StatusListEntry;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;
import org.microcred.model.json.JsonValue;
import org.microcred.testing.Vectors;

/** Every example of Bitstring Status List 1.0 that is JSON. */
class BitstringStatusListConformanceTest {
  private int entries;
  private int lists;

  @Test
  void readsEveryEntryAndEveryList() throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(Vectors.path("spec-examples/bitstring-status-list"))) {
      files = all.sorted().toList();
    }
    for (Path file : files) {
      JsonObject credential = Json.readObject(Files.readAllBytes(file), Limits.defaults());
      for (JsonValue entry : credential.list("credentialStatus")) {
        read((JsonObject) entry);
      }
      if (credential.list("type").contains(new JsonString("BitstringStatusListCredential"))) {
        JsonObject subject = credential.object("credentialSubject").orElseThrow();
        StatusList list =
            StatusList.ofBitstring(subject.string("encodedList").orElseThrow(), 1 << 20);
        assertThat(list.entries()).as(file.toString()).isEqualTo(131_072);
        lists++;
      }
    }
    System.out.println(
        "bitstring-status-list: "
            + files.size()
            + " files, "
            + entries
            + " entries and "
            + lists
            + " lists read");
    assertThat(files).hasSize(6);
    assertThat(entries).isEqualTo(7);
    assertThat(lists).isEqualTo(2);
  }

  private void read(JsonObject json) throws InvalidDocumentException, IOException {
    JsonObject more = json.without("id").without("type");
    StatusListEntry entry =
        StatusListEntry.read(CredentialStatus.of(json.string("type").orElseThrow(), more));
    assertThat(entry.list()).startsWith("https://example.com/credentials/status/");
    assertThat(entry.toStatus().toJson()).isEqualTo(json);
    entries++;
  }
}

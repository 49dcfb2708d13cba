package org.microcred.examples.cli;

import java.util.ArrayList;
import java.util.List;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.SafeText;
import org.microcred.model.competency.CompetencyFramework;
import org.microcred.verify.DecisionRecord;
import picocli.CommandLine.Option;

/** What a stack is decided on beside the policy and the wallet. */
final class SurroundingFiles {
  @Option(
      names = "--framework",
      paramLabel = "FILE",
      description = "a CASE package with competencies that the policy asks for")
  List<String> frameworks = new ArrayList<>();

  @Option(
      names = "--earlier",
      paramLabel = "FILE",
      description =
          "the record of another award that the person has, so that what it used counts as used;"
              + " may be repeated")
  List<String> earlier = new ArrayList<>();

  List<CompetencyFramework> frameworks() {
    return frameworks.stream().map(SurroundingFiles::framework).toList();
  }

  List<DecisionRecord> earlier() {
    return earlier.stream().map(SurroundingFiles::record).toList();
  }

  private static CompetencyFramework framework(String file) {
    try {
      return CompetencyFramework.parse(new Input(file).bytes());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + " is no CASE package: " + e.getMessage());
    }
  }

  private static DecisionRecord record(String file) {
    try {
      return DecisionRecord.parse(new Input(file).bytes());
    } catch (InvalidDocumentException e) {
      throw Refusal.no(SafeText.of(file) + " is no decision record: " + e.getMessage());
    }
  }
}

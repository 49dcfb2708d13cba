package org.microcred.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.microcred.model.InvalidDocumentException;

/** What strangers' bytes are fed to, and what must hold of the answer whatever they are. */
public enum FuzzTarget {
  JSON(TextChecks::json),
  DATE(TextChecks::date),
  IDENTIFIER(TextChecks::identifier),
  JSON_LD(DocumentChecks::signed),
  JWS(TokenChecks::jws),
  SD_JWT(TokenChecks::sdJwt),
  COSE(TokenChecks::cose),
  STATUS_LIST(StatusChecks::list),
  PNG(PictureChecks::png),
  SVG(PictureChecks::svg),
  VERIFY(VerifierChecks::verify);

  @SuppressWarnings("ImmutableEnumChecker") // Method references without state.
  private final Check check;

  /** Looks at everything that can be had of the bytes. */
  @FunctionalInterface
  private interface Check {
    void feed(byte[] data) throws InvalidDocumentException, IOException;
  }

  FuzzTarget(Check check) {
    this.check = check;
  }

  /** The folder of its seeds. */
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Fails when the answer is wrong; what is refused must be refused by name. */
  void feed(byte[] data) {
    try {
      check.feed(data);
    } catch (InvalidDocumentException e) {
      assertThat(e.violations()).isNotEmpty();
      e.violations()
          .forEach(
              violation ->
                  assertThat(violation.message()).isNotEmpty().doesNotContainPattern("\\p{Cntrl}"));
    } catch (IOException e) {
      throw new AssertionError("nothing here reads from anywhere", e);
    }
  }
}

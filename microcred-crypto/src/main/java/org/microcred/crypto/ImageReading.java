package org.microcred.crypto;

import java.util.List;
import java.util.Optional;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonValue;

/**
 * A credential inside a picture: read as if it came by itself, with what to know of the picture.
 */
final class ImageReading implements Reading {
  private final String form;
  private final Findings picture;
  private final Reading badge;

  private ImageReading(BadgeImage image, Reading badge) {
    this.form = image.form().label() + "+" + badge.form();
    this.picture = new Findings(List.of(), List.of(), image.warnings());
    this.badge = badge;
  }

  static Reading of(SecuredCredential wire, InspectionSettings settings)
      throws InvalidDocumentException {
    BadgeImage image = BadgeImage.of(wire, settings.limits());
    SecuredCredential content =
        image
            .unbake()
            .orElseThrow(
                () ->
                    refused(
                        "image.not-baked",
                        "the picture holds no badge; it may have been lost when the picture was"
                            + " saved, ask for the original file"))
            .content();
    Reading badge =
        switch (content.form()) {
          case JSON, JWT, SD_JWT -> WireReader.read(content, settings);
          case UNKNOWN -> hosted(content, settings);
          case COSE, PNG, SVG -> throw notText();
        };
    return new ImageReading(image, badge);
  }

  /** Open Badges Baking 2.0: the URL of a hosted assertion alone, in older pictures. */
  private static Reading hosted(SecuredCredential content, InspectionSettings settings)
      throws InvalidDocumentException {
    if (content.size() > settings.limits().jwsHeaderBytes()) {
      throw notText();
    }
    String url =
        content
            .toText()
            .map(String::strip)
            .filter(OpenBadges2::isUrl)
            .orElseThrow(ImageReading::notText);
    return AssertionReading.at(url, settings);
  }

  private static InvalidDocumentException notText() {
    return refused(
        "form.unknown", "what the picture holds is neither JSON nor a token, so it is no badge");
  }

  private static InvalidDocumentException refused(String code, String message) {
    return InvalidDocumentException.of(code, JsonPointer.ROOT, message);
  }

  @Override
  public String form() {
    return form;
  }

  @Override
  public JsonObject document() {
    return badge.document();
  }

  @Override
  public Optional<JsonValue> statusClaim() {
    return badge.statusClaim();
  }

  @Override
  public Optional<AssertionForm> assertion() {
    return badge.assertion();
  }

  @Override
  public boolean isSdJwtVc() {
    return badge.isSdJwtVc();
  }

  @Override
  public List<Proof> proofs() {
    return badge.proofs();
  }

  @Override
  public Optional<VerificationMethod> confirmation() {
    return badge.confirmation();
  }

  @Override
  public Findings shape() {
    return badge.shape().and(picture);
  }

  @Override
  public Findings context() {
    return badge.context();
  }

  @Override
  public Findings verify(int proof, VerificationMethod method) {
    return badge.verify(proof, method);
  }
}

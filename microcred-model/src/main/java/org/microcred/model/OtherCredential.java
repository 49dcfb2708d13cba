package org.microcred.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonString;

/**
 * A credential of a kind that has no type of its own here, or the claims of an SD-JWT VC. It
 * conforms to the data model; what it says about its subjects is found in {@link #json}.
 */
public final class OtherCredential extends Credential {
  private final List<String> subjectIds;

  OtherCredential(Envelope envelope, List<String> subjectIds) {
    super(envelope);
    this.subjectIds = List.copyOf(subjectIds);
  }

  /**
   * Reads the claims of an SD-JWT VC ({@code dc+sd-jwt}), which are no credential of the W3C data
   * models whatever else they say: {@code vct} is the type, {@code iss} the issuer, {@code sub} the
   * subject, {@code nbf} and {@code exp} bound the validity. Never throws on what is in it.
   *
   * @param claims the claims that are shown, in their places
   * @return an {@link OtherCredential} of the data model {@link DataModel#SD_JWT_VC}, or every rule
   *     that it breaks
   */
  public static Reading readClaims(JsonObject claims) {
    return ClaimsReader.read(Objects.requireNonNull(claims, "claims"));
  }

  static OtherCredential read(Cursor in) {
    return new OtherCredential(Envelope.read(in), subjects(in));
  }

  /** VC 2.0 §4.8: one or more subjects, each an object with claims; CLR 2.0: one. */
  private static List<String> subjects(Cursor in) {
    if (in.conformance().openBadges()) {
      return in.object("credentialSubject", OtherCredential::subjectId).stream().toList();
    }
    in.required("credentialSubject");
    in.refuseEmpty("credentialSubject");
    List<String> ids = new ArrayList<>();
    in.objects("credentialSubject", OtherCredential::subjectId)
        .forEach(id -> id.ifPresent(ids::add));
    return ids;
  }

  private static Optional<String> subjectId(Cursor subject) {
    if (subject.object().members().isEmpty()) {
      subject.fail("model.empty#claim", subject.pointer());
    }
    return subject.object().get("id").orElse(null) instanceof JsonString
        ? Optional.of(subject.uri("id"))
        : subject.optionalText("id");
  }

  @Override
  public List<String> subjectIds() {
    return subjectIds;
  }
}

package org.microcred.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.microcred.model.internal.Cursor;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonPointer;
import org.microcred.model.json.JsonString;

/** Reads what others say of a credential, an achievement or a profile, in both its forms. */
final class Endorsements {
  private static final JsonString TYPE = new JsonString(EndorsementCredential.TYPE_NAME);
  private static final String JWT = "endorsementJwt";

  private Endorsements() {}

  /** {@return the endorsements that are signed with Data Integrity} */
  static List<EndorsementCredential> read(Cursor in) {
    List<EndorsementCredential> endorsements = new ArrayList<>();
    in.objects("endorsement", Endorsements::one)
        .forEach(endorsement -> endorsement.ifPresent(endorsements::add));
    return endorsements;
  }

  private static Optional<EndorsementCredential> one(Cursor in) {
    if (!in.object().list("type").contains(TYPE)) {
      in.fail("ob.endorsement#credential", in.pointer());
      return Optional.empty();
    }
    return CredentialReader.embedded(in) instanceof EndorsementCredential endorsement
        ? Optional.of(endorsement)
        : Optional.empty();
  }

  /** {@return the endorsements in their compact JWS form} */
  static List<String> readJwts(Cursor in) {
    List<String> jwts = in.texts(JWT);
    JsonPointer pointer = in.pointer().child(JWT);
    boolean many = in.object().get(JWT).filter(JsonArray.class::isInstance).isPresent();
    for (int i = 0; i < jwts.size(); i++) {
      JsonPointer place = many ? pointer.child(i) : pointer;
      if (in.isSound(place) && !CompactJws.isOne(jwts.get(i))) {
        in.fail("ob.endorsement#jwt", place);
      }
    }
    return jwts;
  }
}

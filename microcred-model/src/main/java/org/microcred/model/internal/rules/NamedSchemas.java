package org.microcred.model.internal.rules;

import java.util.List;
import org.microcred.model.json.JsonPointer;

/**
 * A credential that names schemas names the official one, in the official way (Open Badges 3.0,
 * CredentialSchema).
 */
final class NamedSchemas {
  private static final String TYPE = "1EdTechJsonSchemaValidator2019";
  private static final String PUBLISHED = "https://purl.imsglobal.org/spec/";

  private NamedSchemas() {}

  static void check(Place credential) {
    List<Place> schemas = credential.items("credentialSchema");
    if (!schemas.isEmpty() && schemas.stream().noneMatch(NamedSchemas::isOfficial)) {
      credential.fail("ob.schema", JsonPointer.ROOT.child("credentialSchema"));
    }
  }

  private static boolean isOfficial(Place schema) {
    return schema.text("type").filter(TYPE::equals).isPresent()
        && schema.text("id").filter(id -> id.startsWith(PUBLISHED)).isPresent();
  }
}

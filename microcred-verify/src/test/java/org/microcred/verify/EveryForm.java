package org.microcred.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.microcred.crypto.BadgeImage;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SdJwt;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SelectiveDisclosure;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.JsonArray;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

/** A valid credential in every form, with every algorithm. */
public final class EveryForm {
  /** One grey pixel. */
  private static final String PNG =
      "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
          + "3a7e9b550000000a49444154789c636000000002000148afa4710000000049454e44ae426082";

  private static final String SVG =
      """
      <?xml version='1.0'?>
      <svg xmlns='http://www.w3.org/2000/svg'>
        <!-- a seal -->
        <circle r='9'/>
        <text>Python</text>
      </svg>
      """;

  private static final String VC_2 = "https://www.w3.org/ns/credentials/v2";
  private static final String VC_1 = "https://www.w3.org/2018/credentials/v1";

  /** Numbers, text and lists that can be spelled in more than one way. */
  private static final String BADGE =
      """
      {"@context": ["$context", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
       "id": "urn:uuid:0b9b6aa0-9fd9-4d32-9d8e-2b4d3f6f0001",
       "type": ["VerifiableCredential", "OpenBadgeCredential"],
       "issuer": {"id": "$issuer", "type": ["Profile"], "name": "Example University"},
       "$from": "2026-01-01T00:00:00Z",
       "name": "Python",
       "credentialSubject": {
         "id": "did:example:learner", "type": ["AchievementSubject"],
         "achievement": {
           "id": "https://uni.example/python-101", "type": ["Achievement"],
           "name": "Python für Anfänger", "description": "Assessed by two examiners.",
           "criteria": {"narrative": "A report."},
           "creditsAvailable": 5.00, "tag": ["b", "c"]}}}
      """;

  private static final String ENDORSEMENT =
      """
      {"@context": ["https://www.w3.org/ns/credentials/v2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
       "id": "urn:uuid:0b9b6aa0-9fd9-4d32-9d8e-2b4d3f6f0002",
       "type": ["VerifiableCredential", "EndorsementCredential"],
       "issuer": {"id": "$issuer", "type": ["Profile"]},
       "validFrom": "2026-01-01T00:00:00Z",
       "name": "Endorsed",
       "credentialSubject": {
         "id": "https://uni.example/python-101", "type": ["EndorsementSubject"],
         "endorsementComment": "Well made."}}
      """;

  private static final String IN_TWO_LANGUAGES =
      """
      {"@context": ["https://www.w3.org/ns/credentials/v2"],
       "type": ["VerifiableCredential"],
       "issuer": "$issuer",
       "name": [{"@value": "Exam", "@language": "en"}, {"@value": "Examen", "@language": "fr"}],
       "credentialSubject": {"id": "did:example:learner"}}
      """;

  private static final String SD_JWT_VC =
      """
      {"iss": "$issuer", "vct": "https://uni.example/types/exam", "sub": "did:example:learner",
       "nbf": 1767225600, "grade": 1.30, "parts": ["oral", "written"]}
      """;

  private static final JsonPointer ACHIEVEMENT =
      JsonPointer.parse("/credentialSubject/achievement");

  private final Map<SignatureAlgorithm, Signer> keys = new EnumMap<>(SignatureAlgorithm.class);
  private final List<Sample> samples = new ArrayList<>();

  /**
   * A valid credential.
   *
   * @param family its wire form
   * @param name what is special about it
   */
  public record Sample(String family, String name, SecuredCredential wire) {
    @Override
    public String toString() {
      return family + ", " + name;
    }
  }

  private EveryForm() throws InvalidDocumentException, IOException {
    KeyPair rsa = KeyPairs.generate(SignatureAlgorithm.RS256);
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      KeyPair pair = algorithm.keyType().equals("RSA") ? rsa : KeyPairs.generate(algorithm);
      String method = Signer.didKey(pair).verificationMethod();
      keys.put(algorithm, Signer.of(pair, algorithm, method));
    }
    for (ProofFormat format : ProofFormat.values()) {
      switch (format) {
        case DC_SD_JWT -> plainClaims();
        case ECDSA_SD_2023 -> derived();
        default -> inEveryAlgorithm(format);
      }
    }
    jsonWithMore();
    selective();
    enveloped();
    baked();
  }

  public static List<Sample> samples() {
    try {
      return List.copyOf(new EveryForm().samples);
    } catch (InvalidDocumentException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private void inEveryAlgorithm(ProofFormat format) throws InvalidDocumentException, IOException {
    for (Signer key : keys.values()) {
      if (format.accepts(key.algorithm())) {
        add(format.name(), key.algorithm().jose(), sign(key, format, badge(key, format)));
      }
    }
  }

  private void plainClaims() throws InvalidDocumentException, IOException {
    for (Signer key : keys.values()) {
      JsonObject claims = json(SD_JWT_VC, key);
      add("DC_SD_JWT", key.algorithm().jose(), sign(key, ProofFormat.DC_SD_JWT, claims));
    }
  }

  private void derived() throws InvalidDocumentException, IOException {
    Signer key = key(SignatureAlgorithm.ES256);
    SecuredCredential base =
        CredentialSigner.of(key, ProofFormat.ECDSA_SD_2023)
            .withMandatory(List.of(JsonPointer.parse("/issuer"), JsonPointer.parse("/validFrom")))
            .sign(badge(key, ProofFormat.ECDSA_SD_2023));
    for (JsonPointer shown : List.of(JsonPointer.parse("/credentialSubject"), ACHIEVEMENT)) {
      add(
          ProofFormat.ECDSA_SD_2023.name(),
          shown + " disclosed",
          SelectiveDisclosure.derive(base, List.of(shown), DocumentLoader.none()));
    }
  }

  private void jsonWithMore() throws InvalidDocumentException, IOException {
    Signer key = key(SignatureAlgorithm.EDDSA);
    for (ProofFormat format : List.of(ProofFormat.EDDSA_RDFC_2022, ProofFormat.EDDSA_JCS_2022)) {
      add(format.name(), "spelled at length", atLength(sign(key, format, badge(key, format))));
      add(format.name(), "in two languages", sign(key, format, json(IN_TWO_LANGUAGES, key)));
      JsonObject endorsement = Badges.json(sign(key, format, json(ENDORSEMENT, key)));
      add(
          format.name(),
          "endorsed",
          sign(key, format, badge(key, format).with("endorsement", JsonArray.of(endorsement))));
    }
  }

  private void selective() throws InvalidDocumentException, IOException {
    KeyPair holder = KeyPairs.generate(SignatureAlgorithm.ES256);
    Signer key = key(SignatureAlgorithm.EDDSA);
    CredentialSigner issuer =
        CredentialSigner.of(key, ProofFormat.VC_SD_JWT)
            .withDisclosable(
                List.of(
                    ACHIEVEMENT,
                    ACHIEVEMENT.child("tag").child(0),
                    ACHIEVEMENT.child("creditsAvailable")))
            .withDecoys(1)
            .withHolderKey(holder.getPublic());
    SecuredCredential held = issuer.sign(badge(key, ProofFormat.VC_JWT));
    add("VC_SD_JWT", "with disclosures", held);
    SdJwt shown =
        SdJwt.parse(held, Limits.defaults())
            .withKeyBinding(
                Signer.didKey(holder), "https://employer.example", "n-0S6_WzA2Mj", Badges.NOW);
    add("VC_SD_JWT", "with key binding", shown.toSecuredCredential());
  }

  private void enveloped() throws InvalidDocumentException, IOException {
    Signer key = key(SignatureAlgorithm.EDDSA);
    JsonObject badge = badge(key, ProofFormat.VC_JWT);
    envelope("vc+jwt,", sign(key, ProofFormat.VC_JWT, badge).toText().orElseThrow());
    envelope("vc+sd-jwt,", sign(key, ProofFormat.VC_SD_JWT, badge).toText().orElseThrow());
    byte[] cose = sign(key, ProofFormat.VC_COSE, badge).toBytes();
    envelope("vc+cose;base64,", Base64.getEncoder().encodeToString(cose));
  }

  private void envelope(String type, String content) {
    JsonObject envelope =
        JsonObject.builder()
            .put("@context", "https://www.w3.org/ns/credentials/v2")
            .put("id", "data:application/" + type + content)
            .put("type", "EnvelopedVerifiableCredential")
            .build();
    add("enveloped", type, SecuredCredential.of(envelope.toString()));
  }

  private void baked() throws InvalidDocumentException, IOException {
    Signer key = key(SignatureAlgorithm.EDDSA);
    for (ProofFormat format : List.of(ProofFormat.EDDSA_RDFC_2022, ProofFormat.OB_JWT)) {
      SecuredCredential badge = sign(key, format, badge(key, format));
      bake("baked PNG", HexFormat.of().parseHex(PNG), format, badge);
      bake("baked SVG", SVG.getBytes(StandardCharsets.UTF_8), format, badge);
    }
  }

  private void bake(String family, byte[] picture, ProofFormat format, SecuredCredential badge)
      throws InvalidDocumentException {
    byte[] baked = BadgeImage.read(picture).bake(badge).toBytes();
    add(family, format.name(), SecuredCredential.of(baked));
  }

  private Signer key(SignatureAlgorithm algorithm) {
    return Objects.requireNonNull(keys.get(algorithm));
  }

  private void add(String family, String name, SecuredCredential wire) {
    samples.add(new Sample(family, name, wire));
  }

  private static SecuredCredential sign(Signer key, ProofFormat format, JsonObject credential)
      throws InvalidDocumentException, IOException {
    return CredentialSigner.of(key, format).sign(credential);
  }

  /** The Open Badges context works with both data models. */
  private static JsonObject badge(Signer key, ProofFormat format) {
    boolean old = format == ProofFormat.OB_JWT_VC_1_1;
    return json(
        BADGE
            .replace("$context", old ? VC_1 : VC_2)
            .replace("$from", old ? "issuanceDate" : "validFrom"),
        key);
  }

  private static JsonObject json(String template, Signer key) {
    return Badges.json(SecuredCredential.of(template.replace("$issuer", key.controller())));
  }

  /** The same JSON with white space and escapes, in which bits can change without meaning. */
  private static SecuredCredential atLength(SecuredCredential json) {
    return SecuredCredential.of(
        json.toText()
            .orElseThrow()
            .replace("\":", "\"\t:\r\n\t")
            .replace("ü", "\\u00fc")
            .replace("/", "\\/"));
  }
}

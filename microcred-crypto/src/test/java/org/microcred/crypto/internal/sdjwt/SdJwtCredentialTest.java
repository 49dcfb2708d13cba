package org.microcred.crypto.internal.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.microcred.crypto.EnvelopeKeys;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.TestPairs;
import org.microcred.crypto.internal.jose.Content;
import org.microcred.model.Findings;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.Violation;
import org.microcred.model.json.JsonObject;
import org.microcred.model.json.JsonPointer;

class SdJwtCredentialTest {
  private static final String CREDENTIAL =
      "'@context':['https://www.w3.org/ns/credentials/v2'],'type':['VerifiableCredential'],"
          + "'issuer':'did:example:i','credentialSubject':{'id':'did:example:s'}";
  private static final String DC = "{'alg':'EdDSA','typ':'dc+sd-jwt'}";

  private static SdJwtCredential read(String text) {
    return read(text, Content.CREDENTIAL);
  }

  private static SdJwtCredential read(String text, Content content) {
    try {
      return SdJwtCredential.read(text, content, Limits.defaults());
    } catch (InvalidDocumentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<String> failures(String header, String payload, String... disclosures) {
    return codes(read(SdJwts.typed(header, payload, disclosures)).shape().failures());
  }

  private static List<String> codes(List<Violation> violations) {
    return violations.stream().map(Violation::code).toList();
  }

  private static Findings verify(SdJwtCredential credential) {
    return credential.verify(EnvelopeKeys.method(SdJwts.ISSUER.getPublic()), Optional.empty());
  }

  @Test
  void theClaimsOfTheTokenAreNoPartOfACredential() {
    SdJwtCredential read =
        read(SdJwts.token("{" + CREDENTIAL + ",'iss':'did:example:i','iat':1,'exp':2,'nbf':1}"));
    assertThat(read.credential()).isEqualTo(SdJwts.json("{" + CREDENTIAL + "}"));
    assertThat(read.shape().passed()).isTrue();
    assertThat(read.form()).isEqualTo("vc+sd-jwt+EdDSA");
    assertThat(read.proof().expires()).isPresent();
    assertThat(verify(read).passed()).isTrue();
  }

  @Test
  void disclosedClaimsMustAgreeWithTheCredentialToo() {
    String issuer = SdJwts.disclosure("['salt','issuer','did:example:other']");
    String payload =
        "{"
            + CREDENTIAL.replace("'issuer':'did:example:i',", "")
            + ",'iss':'did:example:i','_sd':['#0']}";
    assertThat(failures(SdJwts.HEADER, payload, issuer)).containsExactly("jwt.claim-mismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "vc+jwt", "vp+sd-jwt", "kb+jwt", "sd-jwt", "example+sd-jwt"})
  void tokensOfOtherTypesAreRefused(String typ) {
    assertThat(failures("{'alg':'EdDSA','typ':'" + typ + "'}", "{" + CREDENTIAL + "}"))
        .containsExactly("jwt.typ");
  }

  @Test
  void aMissingTypeIsWarnedAbout() {
    SdJwtCredential read = read(SdJwts.typed("{'alg':'EdDSA'}", "{" + CREDENTIAL + "}"));
    assertThat(read.shape().passed()).isTrue();
    assertThat(codes(read.shape().warnings())).containsExactly("jwt.typ");
  }

  @Test
  void headersAreThoseOfEveryToken() {
    assertThat(
            failures(
                "{'alg':'none','typ':'vc+sd-jwt','cty':'vp','crit':['x'],'b64':false}",
                "{" + CREDENTIAL + "}"))
        .containsExactlyInAnyOrder("jwt.alg", "jwt.b64", "jwt.crit", "jwt.cty");
  }

  @Test
  void aPresentationIsNoCredentialAndTheReverse() {
    String presentation = SdJwts.typed("{'alg':'EdDSA','typ':'vp+sd-jwt'}", "{'type':'x'}");
    assertThat(read(presentation, Content.PRESENTATION).shape().passed()).isTrue();
    assertThat(read(presentation, Content.PRESENTATION).form()).isEqualTo("vp+sd-jwt+EdDSA");
    assertThat(codes(read(presentation).shape().failures())).containsExactly("jwt.typ");
    for (String header : List.of(SdJwts.HEADER, DC)) {
      String credential = SdJwts.typed(header, "{" + CREDENTIAL + ",'vct':'x'}");
      assertThat(codes(read(credential, Content.PRESENTATION).shape().failures()))
          .containsExactly("jwt.typ");
    }
  }

  @Test
  void anSdJwtVcIsAllItsClaims() {
    String payload = "{'iss':'https://i.example','vct':'urn:x','name':'Ada'}";
    for (String header : List.of(DC, SdJwts.HEADER)) {
      SdJwtCredential read = read(SdJwts.typed(header, payload));
      assertThat(read.credential()).isEqualTo(SdJwts.json(payload));
      assertThat(read.form()).as("also by its older name").isEqualTo("dc+sd-jwt+EdDSA");
      assertThat(read.isSdJwtVc()).isTrue();
      assertThat(read.shape().passed()).isTrue();
      assertThat(verify(read).passed()).isTrue();
    }
    assertThat(failures(DC, "{'iss':'https://i.example'}")).containsExactly("sd-jwt.vct");
    assertThat(failures(DC, "{'vct':1}")).containsExactly("sd-jwt.vct");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'iss','did:example:i'",
        "'aud','x'",
        "'exp',1",
        "'nbf',1",
        "'cnf',{'jwk':{}}",
        "'vct','x'",
        "'status',{}",
        "'vct#integrity','x'"
      })
  void claimsThatTheAnswerHangsOnMustNotBeWithholdable(String claim) {
    String disclosure = SdJwts.disclosure("['salt'," + claim + "]");
    assertThat(failures(SdJwts.HEADER, "{" + CREDENTIAL + ",'_sd':['#0']}", disclosure))
        .containsExactly("sd-jwt.withholdable");
  }

  @Test
  void oneOfManyAudiencesMayBeWithheld() {
    String audience = SdJwts.disclosure("['salt','https://one.example']");
    assertThat(failures(SdJwts.HEADER, "{" + CREDENTIAL + ",'aud':['x',{'...':'#0'}]}", audience))
        .isEmpty();
  }

  @Test
  void membersThatShouldNotBeWithholdableAreWarnedAbout() {
    String disclosure = SdJwts.disclosure("['salt','credentialStatus',{}]");
    SdJwtCredential read = read(SdJwts.token("{" + CREDENTIAL + ",'_sd':['#0']}", disclosure));
    assertThat(read.shape().passed()).isTrue();
    assertThat(codes(read.shape().warnings())).containsExactly("sd-jwt.withholdable");
  }

  @Test
  void digestsSmuggledIntoTheKeyOfTheHolderAreNoKey() {
    // The key would be the holder's choice.
    String jwk = SdJwts.disclosure("['salt','jwk',{'kty':'OKP'}]");
    SdJwtCredential read = read(SdJwts.token("{" + CREDENTIAL + ",'cnf':{'_sd':['#0']}}", jwk));
    assertThat(codes(read.shape().failures())).containsExactly("sd-jwt.withholdable");
  }

  @Test
  void anotherKeyDoesNotVerify() {
    SdJwtCredential read = read(SdJwts.token("{" + CREDENTIAL + "}"));
    Findings findings =
        read.verify(
            EnvelopeKeys.method(TestPairs.pair(SignatureAlgorithm.ES256).getPublic()),
            Optional.empty());
    assertThat(codes(findings.failures())).containsExactly("proof.algorithm");
  }

  @Test
  void signsWhatCanBeRead() throws Exception {
    JsonObject credential = SdJwts.json("{" + CREDENTIAL + "}");
    Frame frame =
        Frame.NONE
            .withPointers(List.of(JsonPointer.parse("/credentialSubject/id")))
            .withDecoys(3)
            .withHolderKey(SdJwts.ISSUER.getPublic());
    String text =
        SdJwtCredential.sign(
            credential, SdJwtProfile.VC, Content.CREDENTIAL, frame, SdJwts.SIGNER, new Random(1));
    SdJwtCredential read = read(text);
    assertThat(read.credential()).isEqualTo(credential);
    assertThat(verify(read).passed()).isTrue();
    JsonObject payload = SdJwts.read(text).jws().claims(Limits.defaults());
    assertThat(payload.string("_sd_alg")).contains("sha-256");
    assertThat(payload.object("cnf").orElseThrow().has("jwk")).isTrue();
    assertThat(payload.object("credentialSubject").orElseThrow().list("_sd")).hasSize(4);
    assertThat(payload.toString()).doesNotContain("did:example:s");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/@context",
        "/@context/0",
        "/type",
        "/issuer",
        "/credentialSubject",
        "/credentialStatus/id",
        "/cnf",
        "/iss"
      })
  void refusesToHideWhatTheAnswerHangsOn(String pointer) {
    assertRefused(
        "pointers",
        SdJwtProfile.VC,
        "{" + CREDENTIAL + ",'credentialStatus':{'id':'x'},'iss':'did:example:i','cnf':{}}",
        pointer);
  }

  @Test
  void refusesWhatCannotBeKept() {
    assertRefused("nothing at", SdJwtProfile.VC, "{" + CREDENTIAL + "}", "/name");
    assertRefused("reserved", SdJwtProfile.VC, "{" + CREDENTIAL + ",'a':{'_sd':[]}}");
    assertRefused("reserved", SdJwtProfile.VC, "{" + CREDENTIAL + ",'a':[{'...':1}]}");
    assertRefused("claims", SdJwtProfile.VC, "{" + CREDENTIAL + ",'iat':1}");
    assertRefused("vct", SdJwtProfile.SD_JWT_VC, "{'iss':'did:example:i'}");
    assertRefused("pointers", SdJwtProfile.SD_JWT_VC, "{'vct':'x'}", "/vct");
  }

  private static void assertRefused(
      String why, SdJwtProfile profile, String credential, String... pointers) {
    Frame frame =
        Frame.NONE.withPointers(List.of(pointers).stream().map(JsonPointer::parse).toList());
    assertThatThrownBy(
            () ->
                SdJwtCredential.sign(
                    SdJwts.json(credential),
                    profile,
                    Content.CREDENTIAL,
                    frame,
                    SdJwts.SIGNER,
                    new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}

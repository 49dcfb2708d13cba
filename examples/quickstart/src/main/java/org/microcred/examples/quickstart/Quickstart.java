package org.microcred.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.model.Achievement;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Criteria;
import org.microcred.model.Profile;
import org.microcred.model.Result;
import org.microcred.model.ResultDescription;
import org.microcred.model.ResultType;
import org.microcred.model.SafeText;
import org.microcred.stacking.StackPolicy;
import org.microcred.verify.Check;
import org.microcred.verify.CredentialVerifier;
import org.microcred.verify.Recipient;
import org.microcred.verify.TrustPolicy;
import org.microcred.verify.VerificationReport;

/** Issues seven badges, breaks one, verifies all, and decides the award that they stack into. */
public final class Quickstart {
  private static final String LEARNER = "did:example:teacher";

  private Quickstart() {}

  /**
   * Runs the program.
   *
   * @param args none
   * @throws Exception when the program itself is broken
   */
  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.hibernate.validator").setLevel(Level.WARNING);
    run(System.out);
  }

  static void run(PrintStream out) throws Exception {
    // README: issue, verify, decide
    var key = Signer.didKey(KeyPairs.generate(SignatureAlgorithm.EDDSA));
    var signer = CredentialSigner.of(key, ProofFormat.EDDSA_RDFC_2022);
    var issuer = Profile.of(signer.issuer(), "Learning Technology Center (example)");

    // Seven modules are assessed. The artifacts of the last one are not satisfactory yet.
    var wallet = new ArrayList<SecuredCredential>();
    for (int module = 1; module <= 7; module++) {
      wallet.add(signer.sign(badge(issuer, module, module < 7 ? "Satisfactory" : "Not yet")));
    }
    // Somebody mends the badge by hand.
    String last = wallet.remove(6).toText().orElseThrow();
    wallet.add(SecuredCredential.of(last.replace(":\"Not yet\"", ":\"Satisfactory\"")));

    var policy = StackPolicy.parse(read("/stacks/remote-learning/remote-learning.stack.json"));
    var verifier = CredentialVerifier.builder(TrustPolicy.issuers(signer.issuer())).build();
    var report = verifier.verifyStack(policy, Recipient.of(LEARNER), wallet);
    out.println(report.explain());
    // README ends

    out.println("\n== The module is done again, and the award is issued");
    wallet.set(6, signer.sign(badge(issuer, 7, "Satisfactory")));
    report = verifier.verifyStack(policy, Recipient.of(LEARNER), wallet);
    out.println(report.decision().outcome());
    var award = signer.sign(report.award().orElseThrow().toCredential(issuer));
    out.println(verifier.verify(award).explain());

    out.println("\n== Credentials that others published");
    var anyone = CredentialVerifier.builder(TrustPolicy.anyone()).build();
    for (String name : List.of("verified", "tampered", "expired", "status", "foreign-context")) {
      var published = SecuredCredential.of(read("/published/" + name + ".json"));
      out.println(line(anyone.verify(published)));
    }
  }

  // README: a badge
  static AchievementCredential badge(Profile issuer, int module, String result) {
    var id = "https://ltc.example/remote-learning/module-" + module;
    var artifacts =
        ResultDescription.builder(id + "#artifacts", "Artifacts", ResultType.RESULT)
            .allowedValues(List.of("Not yet", "Satisfactory"))
            .build();
    var achievement =
        Achievement.builder(id, "Remote learning, module " + module)
            .criteria(Criteria.of("Satisfactory artifacts; attending is not enough."))
            .credits(6)
            .resultDescription(artifacts)
            .build();
    return AchievementCredential.builder(issuer, LEARNER, achievement)
        .result(Result.value(artifacts.id(), result))
        .build();
  }

  // README ends

  /** The verdict, and the check that decided it. */
  private static String line(VerificationReport report) {
    String decisive =
        report.checks().stream()
            .filter(check -> !check.problems().isEmpty())
            .findFirst()
            .map(Quickstart::reason)
            .orElse("");
    return String.format(
        "%-12s %s%s",
        report.outcome(), report.credentialId().map(SafeText::of).orElse("?"), decisive);
  }

  private static String reason(Check check) {
    return "\n             " + check.id().key() + ": " + check.problems().get(0).detail();
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = Quickstart.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

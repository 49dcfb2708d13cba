package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.microcred.verify.StatusLists.URL;
import static org.microcred.verify.StatusLists.assertOpen;
import static org.microcred.verify.StatusLists.assertPassed;
import static org.microcred.verify.StatusLists.assertStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.microcred.crypto.CredentialSigner;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyPairs;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;
import org.microcred.crypto.status.IssuedCredential;
import org.microcred.crypto.status.StatusListFormat;
import org.microcred.crypto.status.StatusListIssuer;
import org.microcred.model.AchievementCredential;
import org.microcred.model.Profile;
import org.microcred.model.StatusPurpose;
import org.microcred.stacking.Reason;
import org.microcred.stacking.StackPolicy;
import org.microcred.stacking.Unused;

/** From the issuer's list to the verifier's answer. */
class IssuedStatusTest {
  private static final Instant SIGNED = Badges.NOW.minus(Duration.ofHours(1));
  private static final Duration DAY = Duration.ofDays(1);

  private final StatusLists lists = new StatusLists();

  private VerificationReport verify(IssuedCredential badge) {
    return lists.verifier().build().verify(badge.credential());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OB_JWT_VC_1_1", "DC_SD_JWT", "ECDSA_SD_2023"})
  void worksInEveryFormatOfProofs(ProofFormat format) throws Exception {
    Signer key =
        Signer.didKey(
            KeyPairs.generate(
                format.accepts(SignatureAlgorithm.EDDSA)
                    ? SignatureAlgorithm.EDDSA
                    : SignatureAlgorithm.ES256));
    CredentialSigner signer = CredentialSigner.of(key, format);
    AchievementCredential badge =
        lists.uni.badge().issuer(Profile.of(key.controller(), "Example University")).build();
    StatusListIssuer list = StatusListIssuer.builder(URL).build();
    List<IssuedCredential> issued = list.issue(signer, List.of(badge, badge));
    list.set(issued.get(0).index(), 1);
    lists.put(URL, list.sign(signer, SIGNED, DAY).toBytes());
    CredentialVerifier verifier =
        CredentialVerifier.builder(TrustPolicy.issuers(key.controller()))
            .clock(Badges.CLOCK)
            .documents(DocumentLoader.of(lists.web))
            .build();
    assertStatus(
        verifier.verify(issued.get(0).credential()),
        Check.Outcome.FAILED,
        Optional.of("status.revoked"));
    assertPassed(verifier.verify(issued.get(1).credential()));
  }

  @Test
  void worksForTokens() throws Exception {
    StatusListIssuer list =
        StatusListIssuer.builder(URL).format(StatusListFormat.TOKEN).bits(2).entries(8).build();
    CredentialSigner signer = CredentialSigner.of(lists.uni.key, ProofFormat.VC_SD_JWT);
    IssuedCredential badge = list.issue(signer, lists.uni.badge().build());
    lists.put(URL, list.signToken(lists.uni.key, SIGNED, DAY));
    assertPassed(verify(badge));
    list.set(badge.index(), 2);
    lists.put(URL, list.signToken(lists.uni.key, SIGNED, DAY));
    assertStatus(verify(badge), Check.Outcome.FAILED, Optional.of("status.suspended"));
    list.set(badge.index(), 0);
    lists.put(URL, list.signToken(lists.uni.key, SIGNED, DAY));
    assertPassed(verify(badge));
  }

  @Test
  void aListThatWasNotSignedAnewIsNotBelieved() throws Exception {
    StatusListIssuer list = StatusListIssuer.builder(URL).build();
    IssuedCredential badge = list.issue(lists.uni.signer, lists.uni.badge().build());
    lists.put(URL, list.sign(lists.uni.signer, SIGNED.minus(DAY), Duration.ofHours(12)).toBytes());
    assertOpen(verify(badge), "status.list-not-verified");
  }

  @Test
  void theStackingEngineIsToldWhetherItIsForAWhile() throws Exception {
    StatusListIssuer list = StatusListIssuer.builder(URL).purpose(StatusPurpose.SUSPENSION).build();
    IssuedCredential badge = list.issue(lists.uni.signer, lists.uni.badge().build());
    list.set(badge.index(), 1);
    lists.put(URL, list.sign(lists.uni.signer, SIGNED, DAY).toBytes());
    StackPolicy policy =
        StackPolicy.parse(
            """
            {"id": "https://uni.example/stacks/python", "version": "1",
             "award": {"id": "https://uni.example/python", "type": ["Achievement"], "name": "Python",
                       "description": "Python.", "criteria": {"narrative": "One badge."}},
             "rule": {"id": "one", "hold": {"achievement": "https://uni.example/python-101"}}}
            """);
    StackReport report =
        lists
            .verifier()
            .build()
            .verifyStack(policy, Recipient.of(Badges.LEARNER), List.of(badge.credential()));
    assertThat(report.decision().unused())
        .extracting(Unused::reason)
        .containsExactly(Reason.SUSPENDED);
  }
}

package org.microcred.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.status.IssuedCredential;
import org.microcred.crypto.status.StatusListIssuer;
import org.microcred.model.AchievementCredential;
import org.microcred.model.AchievementSubject;
import org.microcred.model.IdentifierType;
import org.microcred.model.IdentityObject;

/** A class of learners: badges in batches, one revoked, one issued anew. */
class IssuingTest {
  /** 10,000 with the profile deep. */
  private static final int LEARNERS = Integer.getInteger("microcred.issued", 100);

  private static final int BATCH = 50;
  private static final Duration DAY = Duration.ofDays(1);

  private final StatusLists lists = new StatusLists();

  private static String address(int learner) {
    return "learner" + learner + "@uni.example";
  }

  /** About a person who is named by the hash of an address alone. */
  private AchievementCredential badge(int learner) {
    AchievementCredential model = lists.uni.badge().build();
    IdentityObject identity =
        IdentityObject.hashed(IdentifierType.EMAIL_ADDRESS, address(learner), "salt" + learner);
    return lists
        .uni
        .badge()
        .subject(
            AchievementSubject.builder(model.subject().achievement()).identifier(identity).build())
        .build();
  }

  private VerificationReport verify(SecuredCredential credential, int learner) {
    Recipient recipient =
        new Recipient(
            Set.of(), List.of(new Recipient.Identifier("emailAddress", address(learner))));
    return lists.verifier().build().verify(credential, recipient);
  }

  @Test
  void issuesRevokesAndIssuesAnew() throws Exception {
    StatusListIssuer list = StatusListIssuer.builder(StatusLists.URL).build();
    List<IssuedCredential> issued = new ArrayList<>();
    for (int first = 0; first < LEARNERS; first += BATCH) {
      List<AchievementCredential> batch = new ArrayList<>();
      for (int learner = first; learner < Math.min(LEARNERS, first + BATCH); learner++) {
        batch.add(badge(learner));
      }
      issued.addAll(list.issue(lists.uni.signer, batch));
      // Every batch may be the work of another process.
      list = StatusListIssuer.fromBytes(list.toBytes());
    }
    Set<Integer> places = new HashSet<>();
    issued.forEach(badge -> places.add(badge.index()));
    assertThat(places).hasSize(LEARNERS);
    assertThat(list.free()).isEqualTo(list.entries() - LEARNERS);

    list.set(issued.get(7).index(), 1);
    lists.put(
        StatusLists.URL,
        list.sign(lists.uni.signer, Badges.NOW.minus(Duration.ofHours(1)), DAY).toBytes());
    for (int learner = 0; learner < LEARNERS; learner++) {
      assertThat(verify(issued.get(learner).credential(), learner).outcome())
          .isEqualTo(
              learner == 7
                  ? VerificationReport.Outcome.REJECTED
                  : VerificationReport.Outcome.VERIFIED);
    }
    assertThat(verify(issued.get(1).credential(), 2).outcome())
        .isEqualTo(VerificationReport.Outcome.REJECTED);
    System.out.println("IssuingTest: " + LEARNERS + " badges issued and verified, 1 revoked");
  }

  @Test
  void aBadgeIssuedAnewKeepsItsIdItsPlaceAndWhenItWasAwarded() throws Exception {
    StatusListIssuer list = StatusListIssuer.builder(StatusLists.URL).build();
    Instant awarded = Instant.parse("2026-01-01T00:00:00Z");
    IssuedCredential first =
        list.issue(
            lists.uni.signer, badge(3).toBuilder().validFrom(awarded).awardedDate(awarded).build());
    lists.put(
        StatusLists.URL,
        list.sign(lists.uni.signer, Badges.NOW.minus(Duration.ofHours(1)), DAY).toBytes());
    AchievementCredential believed = believed(first.credential());

    AchievementCredential next =
        believed.reissue(Badges.NOW).description("With the new name.").build();
    AchievementCredential again = believed(lists.uni.signer.sign(next));
    assertThat(again.id()).isEqualTo(believed.id());
    assertThat(again.json().get("awardedDate")).isEqualTo(believed.json().get("awardedDate"));
    assertThat(again.json().get("credentialStatus"))
        .isEqualTo(believed.json().get("credentialStatus"));
    assertThat(again.json().string("validFrom")).contains(Badges.NOW.toString());

    // It is one place, so whoever revokes the badge revokes every edition of it.
    list.set(first.index(), 1);
    lists.put(
        StatusLists.URL,
        list.sign(lists.uni.signer, Badges.NOW.minus(Duration.ofHours(1)), DAY).toBytes());
    assertThat(verify(lists.uni.signer.sign(next), 3).outcome())
        .isEqualTo(VerificationReport.Outcome.REJECTED);
  }

  private AchievementCredential believed(SecuredCredential credential) {
    return (AchievementCredential)
        ((VerificationReport.Verified) verify(credential, 3)).credential();
  }
}

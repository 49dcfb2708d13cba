package org.microcred.model.internal;

import jakarta.validation.groups.Default;
import org.microcred.model.DataModel;

/**
 * Which specifications a credential is held against.
 *
 * @param dataModel the data model that it follows
 * @param kind what kind of credential it is
 */
public record Conformance(DataModel dataModel, Kind kind) {
  /** The kinds of credentials that have rules of their own. */
  public enum Kind {
    /** The rules of the data model alone. */
    PLAIN,
    /** CLR 2.0, VerifiableCredential: any other credential inside a learner record. */
    RECORDED,
    /** Open Badges 3.0, AchievementCredential. */
    ACHIEVEMENT,
    /** Open Badges 3.0, EndorsementCredential. */
    ENDORSEMENT,
    /** CLR 2.0, ClrCredential. */
    CLR
  }

  private static final Class<?>[] PLAIN = {Default.class};
  private static final Class<?>[] BADGE = {Default.class, OpenBadges.class};

  /** Bean Validation group of the constraints that Open Badges 3.0 adds to shared types. */
  public interface OpenBadges {}

  /** {@return whether the rules that the 1EdTech specifications share apply} */
  public boolean openBadges() {
    return kind != Kind.PLAIN;
  }

  /** {@return whether it is of a class that 1EdTech defines, so that it must have an id} */
  public boolean defined() {
    return kind != Kind.PLAIN && kind != Kind.RECORDED;
  }

  /** {@return whether it must have a name} */
  public boolean named() {
    return switch (kind) {
      case PLAIN, RECORDED -> false;
      case ACHIEVEMENT -> dataModel == DataModel.VC_1_1;
      case ENDORSEMENT, CLR -> true;
    };
  }

  /** {@return the Bean Validation groups to check} */
  public Class<?>[] groups() {
    return (openBadges() ? BADGE : PLAIN).clone();
  }
}

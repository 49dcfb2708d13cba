package org.microcred.stacking;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An exception to the rules of a policy that somebody granted to one learner: dated, reasoned, and
 * shown in the decision. That it was granted is the caller's word; microcred-verify checks the
 * signature before an exception becomes data. Whether the policy accepts it is the engine's answer.
 */
public sealed interface Adjustment {
  /** {@return who granted it, when and why} */
  Grant grant();

  /**
   * Who granted an exception, when and why.
   *
   * @param by the id of who granted it
   * @param on the day from which it holds
   * @param until the last day on which it holds, or empty when there is none
   * @param why the reason, for people
   * @param digest what identifies the document that grants it, or empty when there is none
   */
  record Grant(
      String by, LocalDate on, Optional<LocalDate> until, String why, Optional<String> digest) {
    public Grant {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(on, "on");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(why, "why");
      Objects.requireNonNull(digest, "digest");
    }

    /**
     * {@return a grant that does not end}
     *
     * @param by the id of who granted it
     * @param on the day from which it holds
     * @param why the reason, for people
     */
    public static Grant of(String by, LocalDate on, String why) {
      return new Grant(by, on, Optional.empty(), why, Optional.empty());
    }
  }

  /**
   * A rule does not have to be met.
   *
   * @param rule the id of the rule
   * @param grant who granted it
   */
  record Waiver(String rule, Grant grant) implements Adjustment {
    public Waiver {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(grant, "grant");
    }
  }

  /**
   * A holding counts as one for another achievement.
   *
   * @param holding the id of the holding
   * @param achievement the id of the achievement
   * @param grant who granted it
   */
  record Substitution(String holding, String achievement, Grant grant) implements Adjustment {
    public Substitution {
      Objects.requireNonNull(holding, "holding");
      Objects.requireNonNull(achievement, "achievement");
      Objects.requireNonNull(grant, "grant");
    }
  }

  /**
   * A holding does not count.
   *
   * @param holding the id of the holding
   * @param rule the id of the rule in which it does not count, or empty when it counts in none
   * @param grant who granted it
   */
  record Block(String holding, Optional<String> rule, Grant grant) implements Adjustment {
    public Block {
      Objects.requireNonNull(holding, "holding");
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(grant, "grant");
    }
  }

  /**
   * A holding counts in a rule, whatever the rule's filter says, and in no other.
   *
   * @param holding the id of the holding
   * @param rule the id of the rule, one that looks at holdings
   * @param grant who granted it
   */
  record Insert(String holding, String rule, Grant grant) implements Adjustment {
    public Insert {
      Objects.requireNonNull(holding, "holding");
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(grant, "grant");
    }
  }
}

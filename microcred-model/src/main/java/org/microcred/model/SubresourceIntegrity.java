package org.microcred.model;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.microcred.model.DigestComparison.Outcome;

/** Integrity metadata as {@code digestSRI} has it (Subresource Integrity §3). */
final class SubresourceIntegrity {
  /**
   * What follows the name of a function that is not known, to be a hash-expression at all (§3.5).
   */
  private static final Pattern BASE64_VALUE = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern BLANKS = Pattern.compile("[ \t]+");

  private SubresourceIntegrity() {}

  static String encode(String name, byte[] digest) {
    return name + '-' + Base64.getEncoder().encodeToString(digest);
  }

  /** §3.3.4: of the expressions with the strongest known function one must match. */
  static Outcome compare(List<String> metadata, DigestComparison comparison) {
    Optional<DigestAlgorithm> strongest = Optional.empty();
    List<Outcome> outcomes = new ArrayList<>();
    for (Expression expression : expressions(metadata)) {
      Optional<DigestAlgorithm> algorithm = expression.algorithm();
      int order = rank(algorithm) - rank(strongest);
      if (order > 0) {
        strongest = algorithm;
        outcomes.clear();
      }
      if (order >= 0) {
        outcomes.add(expression.compare(comparison));
      }
    }
    // In this order: one match is enough, and a sound digest that differs tells more than a text
    // that is none.
    for (Outcome outcome : List.of(Outcome.MATCH, Outcome.MISMATCH, Outcome.UNSUPPORTED)) {
      if (outcomes.contains(outcome)) {
        return outcome;
      }
    }
    return Outcome.MALFORMED;
  }

  /** {@return whether every expression is sound, and there is one} */
  static boolean isWellFormed(String metadata) {
    List<Expression> expressions = expressions(List.of(metadata));
    DigestComparison any = new DigestComparison(new byte[0]);
    return !expressions.isEmpty()
        && expressions.stream().noneMatch(e -> e.compare(any) == Outcome.MALFORMED);
  }

  private static int rank(Optional<DigestAlgorithm> algorithm) {
    return algorithm.map(Enum::ordinal).orElse(-1);
  }

  private static List<Expression> expressions(List<String> metadata) {
    List<Expression> expressions = new ArrayList<>();
    for (String text : metadata) {
      for (String expression : BLANKS.split(text)) {
        if (!expression.isEmpty()) {
          expressions.add(Expression.parse(expression));
        }
      }
    }
    return expressions;
  }

  private record Expression(String name, String value) {
    /** §3.3.2, options left out as it demands. */
    static Expression parse(String text) {
      int options = text.indexOf('?');
      String expression = options < 0 ? text : text.substring(0, options);
      int dash = expression.indexOf('-');
      return dash < 0
          ? new Expression(expression, "")
          : new Expression(expression.substring(0, dash), expression.substring(dash + 1));
    }

    /** The names of functions are without case. */
    Optional<DigestAlgorithm> algorithm() {
      return DigestAlgorithm.ofSriName(name.toLowerCase(Locale.ROOT));
    }

    Outcome compare(DigestComparison comparison) {
      Optional<DigestAlgorithm> algorithm = algorithm();
      if (algorithm.isEmpty()) {
        return NAME.matcher(name).matches() && BASE64_VALUE.matcher(value).matches()
            ? Outcome.UNSUPPORTED
            : Outcome.MALFORMED;
      }
      return StrictBase64.decode(value)
          .map(stated -> comparison.compare(algorithm.get(), stated))
          .orElse(Outcome.MALFORMED);
    }
  }
}

package org.microcred.examples.cli;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.microcred.verify.PresentationRequest;
import picocli.CommandLine.Option;

/** What the holder of a presentation was asked for. */
final class PresentationOptions {
  @Option(
      names = "--challenge",
      paramLabel = "C",
      description = "what the holder was asked to repeat, in Data Integrity proofs")
  @Nullable String challenge;

  @Option(
      names = "--domain",
      paramLabel = "D",
      description = "how the verifier calls itself, in Data Integrity proofs")
  @Nullable String domain;

  @Option(names = "--nonce", paramLabel = "N", description = "the same as --challenge, for tokens")
  @Nullable String nonce;

  @Option(names = "--audience", paramLabel = "A", description = "the same as --domain, for tokens")
  @Nullable String audience;

  @Option(
      names = "--allow-replay",
      description = "accept presentations that were made for anybody, at any time")
  boolean allowReplay;

  @Option(
      names = "--require-key-binding",
      description = "accept an SD-JWT only when its holder signed a key binding")
  boolean requireKeyBinding;

  @Option(
      names = "--holder-is-subject",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "the credentials of a presentation must be about its holder (the default), or need not be")
  boolean holderIsSubject = true;

  /** The request, or empty when none is named. */
  Optional<PresentationRequest> request() {
    Optional<String> repeated = same(challenge, nonce, "--challenge and --nonce");
    Optional<String> verifier = same(domain, audience, "--domain and --audience");
    if (allowReplay) {
      if (repeated.isPresent() || verifier.isPresent()) {
        throw Refusal.usage("--allow-replay excludes --challenge, --domain, --nonce, --audience");
      }
      return Optional.of(bound(PresentationRequest.withoutReplayProtection()));
    }
    if (repeated.isEmpty() && verifier.isEmpty()) {
      if (requireKeyBinding) {
        throw Refusal.usage("--require-key-binding: " + HOW);
      }
      return Optional.empty();
    }
    if (repeated.isEmpty() || verifier.isEmpty()) {
      throw Refusal.usage(HOW);
    }
    try {
      return Optional.of(bound(PresentationRequest.of(repeated.get(), verifier.get())));
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--challenge and --domain: " + e.getMessage());
    }
  }

  /** What to do about a presentation for which nothing was asked. */
  static final String HOW =
      "give --challenge and --domain (for tokens --nonce and --audience), as the holder was asked"
          + " for them, or --allow-replay";

  private PresentationRequest bound(PresentationRequest request) {
    return holderIsSubject ? request : request.withoutHolderBinding();
  }

  private static Optional<String> same(@Nullable String one, @Nullable String other, String names) {
    if (one != null && other != null && !Objects.equals(one, other)) {
      throw Refusal.usage(names + " are names of one thing; give one");
    }
    return Optional.ofNullable(one == null ? other : one);
  }
}

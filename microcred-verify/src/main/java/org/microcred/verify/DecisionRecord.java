package org.microcred.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.Holding;
import org.microcred.stacking.Outcome;
import org.microcred.verify.internal.Digests;
import org.microcred.verify.internal.RecordReader;

/**
 * On what a stack was decided, and how: what an award can be audited against later. Immutable.
 *
 * <p>It names the policy, the credentials, their reports and the person by digests and holds the
 * decision as JSON; {@code record.schema.json} beside this class describes it. By itself it proves
 * nothing: it is as good as the badge that names its digest.
 */
public final class DecisionRecord {
  private final JsonObject json;
  private final RecordReader content;

  private DecisionRecord(JsonObject json, RecordReader content) {
    this.json = json;
    this.content = content;
  }

  /**
   * Reads a record from untrusted bytes, in any spelling of its JSON.
   *
   * @param utf8 the record
   * @return the record
   * @throws InvalidDocumentException with all violations: those of {@link Json#read(byte[],
   *     org.microcred.model.Limits)} and {@code record.*}
   */
  public static DecisionRecord parse(byte[] utf8) throws InvalidDocumentException {
    return of(RecordReader.parse(Objects.requireNonNull(utf8, "utf8")));
  }

  static DecisionRecord of(JsonObject json) throws InvalidDocumentException {
    return new DecisionRecord(json, RecordReader.of(json));
  }

  /** {@return the record in its canonical form (RFC 8785), in UTF-8} */
  public byte[] toBytes() {
    return toJson().getBytes(StandardCharsets.UTF_8);
  }

  /** {@return the record in its canonical form (RFC 8785)} */
  public String toJson() {
    return Json.writeCanonical(json);
  }

  /** {@return the SHA-256 of the canonical form, as {@code sha256-} and base64} */
  public String digest() {
    return Digests.of(toBytes());
  }

  /** {@return the version of the library that decided} */
  public String engineVersion() {
    return content.engineVersion();
  }

  /** {@return the id of the policy} */
  public String policyId() {
    return content.policyId();
  }

  /** {@return the version of the policy} */
  public String policyVersion() {
    return content.policyVersion();
  }

  /** {@return the digest of the policy's canonical form} */
  public String policyDigest() {
    return content.policyDigest();
  }

  /** {@return the id of the achievement that the policy awards} */
  public String award() {
    return content.award();
  }

  /** {@return the instant of the evaluation} */
  public Instant at() {
    return content.at();
  }

  /** {@return what was decided} */
  public Outcome outcome() {
    return content.outcome();
  }

  /** {@return the values of the policy's parameters, by name} */
  public Map<String, String> parameters() {
    return content.parameters();
  }

  /** {@return the day on which the person started, where it was said} */
  public Optional<LocalDate> started() {
    return content.started();
  }

  /** {@return the digests of the competency frameworks} */
  public Set<String> frameworks() {
    return content.frameworks();
  }

  /** {@return the digests of the records of other awards, whose components were used already} */
  public Set<String> earlier() {
    return content.earlier();
  }

  /** {@return every credential that was handed in, in the order of the digests} */
  public List<Entry> credentials() {
    return content.credentials();
  }

  /** {@return the digests of the credentials that the award rests on, exceptions included} */
  public Set<String> components() {
    return content.components();
  }

  /**
   * {@return whether the record is about a person}
   *
   * @param person by every id and identifier that is known to be theirs; one is enough
   */
  public boolean isAbout(Recipient person) {
    return RecordReader.names(person).stream().anyMatch(content.recipient()::contains);
  }

  /** {@return the decision as JSON; nobody vouches for it but who vouches for the record} */
  public JsonObject decision() {
    return content.decision();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DecisionRecord that && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /** {@return the digest} */
  @Override
  public String toString() {
    return "DecisionRecord[" + digest() + "]";
  }

  /**
   * A credential that was handed in.
   *
   * @param digest the digest of its wire form
   * @param report the digest of the canonical form of its verification report
   * @param counted whether the engine got to see it
   * @param check the check that kept it out, or empty when none did
   * @param status whether its issuer stood by it then, as the report says
   */
  public record Entry(
      String digest,
      String report,
      boolean counted,
      Optional<String> check,
      Holding.Status status) {
    public Entry {
      Objects.requireNonNull(digest, "digest");
      Objects.requireNonNull(report, "report");
      Objects.requireNonNull(check, "check");
      Objects.requireNonNull(status, "status");
    }
  }
}

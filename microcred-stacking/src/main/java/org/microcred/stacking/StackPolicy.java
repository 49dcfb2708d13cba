package org.microcred.stacking;

import java.util.Objects;
import java.util.Optional;
import org.microcred.model.Achievement;
import org.microcred.model.InvalidDocumentException;
import org.microcred.model.Limits;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;
import org.microcred.stacking.internal.CompiledPolicy;
import org.microcred.stacking.internal.Engine;
import org.microcred.stacking.internal.PolicyDocument;
import org.microcred.stacking.internal.PolicyReader;
import org.microcred.stacking.internal.PolicyWriter;

/**
 * The rules of one award. Immutable, thread-safe, compiled once.
 *
 * <pre>{@code
 * {"id": "https://uni.example/stacks/data-analyst", "version": "2026-1",
 *  "award": {"id": "https://uni.example/data-analyst", "type": ["Achievement"], "name": "Data analyst", …},
 *  "rule": {"allOf": [
 *     {"id": "capstone", "hold": {"achievement": "https://uni.example/capstone", "result": {"atLeast": "Pass"}}},
 *     {"id": "core", "count": {"from": {"tag": "core"}, "distinctBy": "achievement"}, "atLeast": 3}]}}
 * }</pre>
 *
 * <p>A holding serves at most one of the leaf rules, unless the policy frees them; the assignment
 * is exact. The members are described by {@code policy.schema.json} beside this class.
 */
public final class StackPolicy {
  private final PolicyDocument document;
  private final CompiledPolicy compiled;

  private StackPolicy(PolicyDocument document) {
    this.document = document;
    this.compiled = CompiledPolicy.of(document);
  }

  /**
   * Reads a policy.
   *
   * @param json the policy
   * @return the policy
   * @throws InvalidDocumentException with all violations: those of {@link Json#read(String,
   *     Limits)}, of {@link Achievement#parse}, and {@code policy.*}. A member that this version
   *     does not understand is refused ({@code policy.unknown-member}, {@code policy.unsupported}),
   *     never ignored
   */
  public static StackPolicy parse(String json) throws InvalidDocumentException {
    return new StackPolicy(
        PolicyReader.read(Json.read(Objects.requireNonNull(json, "json"), Limits.defaults())));
  }

  /**
   * Reads a policy.
   *
   * @param utf8 the policy
   * @return the policy
   * @throws InvalidDocumentException as {@link #parse(String)}
   */
  public static StackPolicy parse(byte[] utf8) throws InvalidDocumentException {
    return new StackPolicy(
        PolicyReader.read(Json.read(Objects.requireNonNull(utf8, "utf8"), Limits.defaults())));
  }

  /** {@return the id of the policy} */
  public String id() {
    return document.id();
  }

  /** {@return the version of the policy} */
  public String version() {
    return document.version();
  }

  /** {@return a remark for readers of the policy} */
  public Optional<String> note() {
    return document.note();
  }

  /** {@return what is awarded} */
  public Achievement award() {
    return document.award();
  }

  /** {@return which holdings the policy looks at} */
  public Filter accept() {
    return document.accept();
  }

  /** {@return the rule that earns the award} */
  public Rule rule() {
    return document.rule();
  }

  /** {@return the words in which the policy speaks about holdings} */
  public Definitions definitions() {
    return document.definitions();
  }

  /** {@return which rules may share a holding} */
  public Sharing sharing() {
    return document.sharing();
  }

  /**
   * Decides whether holdings earn the award.
   *
   * @param stackCase what the learner holds
   * @return the decision
   */
  public Decision decide(StackCase stackCase) {
    return Engine.decide(compiled, Objects.requireNonNull(stackCase, "stackCase"));
  }

  /** {@return the policy as JSON; reading it again gives an equal policy} */
  public JsonObject toJson() {
    return PolicyWriter.write(document);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StackPolicy that && document.equals(that.document);
  }

  @Override
  public int hashCode() {
    return document.hashCode();
  }

  /** {@return the id and version of the policy} */
  @Override
  public String toString() {
    return "StackPolicy[" + id() + " " + version() + "]";
  }
}

package org.microcred.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.DocumentLoader;
import org.microcred.model.Credential;
import org.microcred.model.Findings;
import org.microcred.model.Limits;
import org.microcred.verify.internal.SchemaCheck;
import org.microcred.verify.internal.Session;
import org.microcred.verify.internal.Settings;

/**
 * Whether credentials conform to the JSON schemas that they name in {@code credentialSchema} (VC
 * JSON Schema 1.0, Open Badges 3.0), for issuers and validators: nothing is verified.
 *
 * <p>A schema comes through the given loader or not at all. Those that 1EdTech publishes for Open
 * Badges 3.0 are answered by {@link org.microcred.model.ValidationProfile} where the loader does
 * not have them. Thread-safe.
 */
public final class CredentialSchemas {
  private CredentialSchemas() {}

  /**
   * Compares a credential with its schemas, within {@link Limits#defaults()}.
   *
   * @param credential a credential, signed or not
   * @param documents where schemas come from; what it throws counts as "could not find out"
   * @return a yes when it conforms to all of them or names none; a schema that cannot be had, read
   *     or used is an unknown
   */
  public static Findings check(Credential credential, DocumentLoader documents) {
    return check(credential, documents, Limits.defaults());
  }

  /**
   * Compares a credential with its schemas.
   *
   * @param credential a credential, signed or not
   * @param documents where schemas come from; what it throws counts as "could not find out"
   * @param limits how large a schema may be, and how many may be asked for
   * @return as {@link #check(Credential, DocumentLoader)}
   */
  public static Findings check(Credential credential, DocumentLoader documents, Limits limits) {
    Objects.requireNonNull(credential, "credential");
    Settings settings =
        new Settings(
            TrustPolicy.anyone(),
            Objects.requireNonNull(documents, "documents"),
            Optional.empty(),
            Objects.requireNonNull(limits, "limits"),
            Duration.ZERO,
            Set.of(),
            true,
            false,
            EmbeddedChecks.AUTHENTICITY,
            StatusPolicy.strict(),
            EvidencePolicy.any(),
            Optional.empty(),
            Optional.empty());
    return SchemaCheck.of(credential, new Session(settings, Instant.EPOCH));
  }
}

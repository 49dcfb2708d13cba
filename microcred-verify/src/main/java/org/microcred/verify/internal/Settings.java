package org.microcred.verify.internal;

import java.security.Provider;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.KeyResolver;
import org.microcred.model.Limits;
import org.microcred.verify.Check;
import org.microcred.verify.EmbeddedChecks;
import org.microcred.verify.EvidencePolicy;
import org.microcred.verify.StatusPolicy;
import org.microcred.verify.TrustPolicy;
import org.microcred.verify.VerificationListener;

/** What a verifier was told when it was built. */
public record Settings(
    TrustPolicy trust,
    DocumentLoader documents,
    Optional<KeyResolver> keys,
    Limits limits,
    Duration clockSkew,
    Set<Check.Id> advisory,
    boolean requireSchemas,
    boolean refresh,
    EmbeddedChecks embedded,
    StatusPolicy status,
    EvidencePolicy evidence,
    Optional<Provider> provider,
    Optional<VerificationListener> listener) {}

package org.microcred.crypto;

import java.time.Instant;
import java.util.Optional;
import org.microcred.model.json.JsonPointer;

/**
 * What a proof says of itself. Nothing here is believed until {@code Inspection.verify} passed.
 *
 * @param pointer where it stands in the document; the root for an enveloping proof
 * @param format its cryptosuite, or {@code vc+jwt} and the like with the algorithm
 * @param verificationMethod the absolute URL of the key, when it names one
 * @param purpose what the key is used for; empty when it is none that is known
 * @param created when it says it was made
 * @param expires until when it is meant to be believed
 */
public record Proof(
    JsonPointer pointer,
    String format,
    Optional<String> verificationMethod,
    Optional<Relationship> purpose,
    Optional<Instant> created,
    Optional<Instant> expires) {}

package org.microcred.crypto.internal.sdjwt;

import org.microcred.model.json.JsonPointer;

/**
 * What a disclosure shows.
 *
 * @param pointer the claim's place in the processed payload
 * @param encoded the disclosure's text
 */
public record Revealed(JsonPointer pointer, String encoded) {}

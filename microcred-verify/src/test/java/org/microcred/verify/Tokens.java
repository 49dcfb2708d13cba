package org.microcred.verify;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.microcred.crypto.DocumentLoader;
import org.microcred.crypto.SecuredCredential;
import org.microcred.crypto.Signer;
import org.microcred.model.json.Json;
import org.microcred.model.json.JsonObject;

/** VC-JWTs with any header, and the documents behind their keys; {@code '} stands for quotes. */
final class Tokens {
  private Tokens() {}

  /** A token of that header, whatever its rules are. */
  static SecuredCredential token(String header, JsonObject credential, Signer signer) {
    String input = encode(header.replace('\'', '"')) + '.' + encode(Json.write(credential));
    try {
      byte[] signature = signer.sign(input.getBytes(StandardCharsets.US_ASCII));
      return SecuredCredential.of(
          input + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A loader of pairs: URL and JSON. */
  static DocumentLoader documents(String... pairs) {
    Map<URI, byte[]> documents = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      documents.put(
          URI.create(pairs[i]), pairs[i + 1].replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
    return DocumentLoader.of(documents);
  }

  private static String encode(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

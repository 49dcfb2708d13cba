package org.microcred.examples.kms;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.crypto.Signer;

/**
 * A key behind a KMS that takes the data of a POST and answers with the signature.
 *
 * <p>A real one differs in three ways: how it is authenticated, whether it wants the {@link
 * SignatureAlgorithm#digest() digest} in the place of the data, and whether it answers in DER. Who
 * wants to ask again does so around the call, knowing what a request costs.
 *
 * @param key where the key signs
 * @param publicKey as the KMS gave it when the key was made
 * @param patience how long one signature may take, from the connection to the last byte
 */
record RemoteSigner(
    HttpClient http,
    URI key,
    PublicKey publicKey,
    SignatureAlgorithm algorithm,
    String verificationMethod,
    Duration patience)
    implements Signer {

  @Override
  public byte[] sign(byte[] data) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(key).POST(HttpRequest.BodyPublishers.ofByteArray(data)).build();
    // The client's own time-out does not cover the body.
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw new IOException("the KMS at " + key + " answered " + response.statusCode());
      }
      return response.body();
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("the KMS at " + key + " did not answer within " + patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the KMS at " + key);
    } catch (ExecutionException e) {
      throw new IOException("the KMS at " + key + " could not be reached", e.getCause());
    } finally {
      answer.cancel(true);
    }
  }
}

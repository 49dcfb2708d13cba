package org.microcred.examples.benchmarks;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import org.microcred.crypto.ProofFormat;
import org.microcred.crypto.SignatureAlgorithm;
import org.microcred.model.Multibase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What anybody would put together of titanium's JSON-LD and RDFC-1.0: {@code eddsa-rdfc-2022}
 * without any check, with the key at hand, and true or false as its answer.
 */
@State(Scope.Thread)
public class TitaniumBenchmark {
  private final DocumentLoader contexts = Peers.contexts();
  private final Jca jca = Jca.fastest();
  private byte[] badge;
  private PublicKey key;

  /** Signs a badge. */
  @Setup
  public void setUp() throws JsonLdError, RdfConsumerException, GeneralSecurityException {
    Issuer issuer = Issuer.of(SignatureAlgorithm.EDDSA);
    badge = issuer.badge(ProofFormat.EDDSA_RDFC_2022).toBytes();
    key = issuer.publicKey(jca);
    if (!verify()) {
      throw new IllegalStateException("a sound badge does not verify");
    }
  }

  /** Data Integrity EdDSA Cryptosuites 1.0 §3.2.2, the arithmetic only. */
  @Benchmark
  public boolean verify() throws JsonLdError, RdfConsumerException, GeneralSecurityException {
    JsonObject document = Peers.read(badge);
    JsonObject proof = document.getJsonObject("proof");
    JsonObject options =
        Json.createObjectBuilder(proof)
            .remove("proofValue")
            .add("@context", document.get("@context"))
            .build();
    Signature engine = jca.engine(SignatureAlgorithm.EDDSA);
    engine.initVerify(key);
    engine.update(digest(options));
    engine.update(digest(Json.createObjectBuilder(document).remove("proof").build()));
    return engine.verify(Multibase.decode(proof.getString("proofValue")).orElseThrow());
  }

  private byte[] digest(JsonObject json)
      throws JsonLdError, RdfConsumerException, GeneralSecurityException {
    RdfCanon canon = RdfCanon.create("SHA-256");
    JsonLd.toRdf(JsonDocument.of(json)).loader(contexts).provide(canon);
    StringWriter quads = new StringWriter();
    canon.provide(new NQuadsWriter(quads));
    return MessageDigest.getInstance("SHA-256")
        .digest(quads.toString().getBytes(StandardCharsets.UTF_8));
  }
}

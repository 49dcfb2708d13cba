/** Open Badges 3.0 and W3C Verifiable Credentials as immutable, validated types. */
module org.microcred.model {
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;

  exports org.microcred.model;
  exports org.microcred.model.json;
}

/** Open Badges 3.0 and W3C Verifiable Credentials as immutable, validated types. */
module org.microcred.model {
  requires com.fasterxml.jackson.core;
  // The records carry its annotations, so that hosts can validate them.
  requires transitive jakarta.validation;
  requires org.hibernate.validator;
  requires static org.jspecify;

  exports org.microcred.model;
  exports org.microcred.model.competency;
  exports org.microcred.model.json;
  exports org.microcred.model.openbadges2;

  // Bean Validation reads the components of the records and makes the constraint validators.
  opens org.microcred.model;
  opens org.microcred.model.competency;
  opens org.microcred.model.internal;
  opens org.microcred.model.openbadges2;
}

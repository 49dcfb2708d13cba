/** Stacking rules: from what a learner holds to an exact, explained decision. */
module org.microcred.stacking {
  requires transitive org.microcred.model;
  requires static org.jspecify;

  exports org.microcred.stacking;
}

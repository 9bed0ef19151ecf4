package org.absentia.outcome.derivation;

/**
 * What one source says of a day, and which record said it.
 *
 * @param grade share of work lost, or degree of disability, in 10^-4
 * @param recordId the record that decided; empty when none spoke
 */
record Ruling(int grade, String recordId) {
  /** No record speaks of the day. */
  static final Ruling NONE = new Ruling(0, "");
}

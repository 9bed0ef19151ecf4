package org.absentia.ingest.record;

/** The classifications that certificates use. */
public enum DiagnosisSystem {
  ICPC2,
  ICD10
}

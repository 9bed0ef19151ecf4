package org.absentia.suite.demo;

import java.util.Locale;

/** The four services, by the names people know them under. */
public enum Service {
  REGISTRY_INGEST,
  RANDOMISATION_SERVICE,
  OUTCOME_SERVICE,
  ANALYSIS_SERVICE;

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

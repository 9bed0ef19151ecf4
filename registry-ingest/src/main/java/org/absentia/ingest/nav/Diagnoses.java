package org.absentia.ingest.nav;

import java.util.Map;
import java.util.Optional;
import org.absentia.ingest.record.Diagnosis;
import org.absentia.ingest.record.DiagnosisSystem;

/**
 * Translates NAV's diagnosis systems. ICPC-2B codes are ICPC-2 codes with a refinement after a dot,
 * which is cut. Process codes ({@code -57}) and the systems PHBU and UGYLDIG are no diagnosis.
 */
final class Diagnoses {
  private static final Map<String, DiagnosisSystem> SYSTEMS =
      Map.of(
          "ICPC2", DiagnosisSystem.ICPC2,
          "ICPC2B", DiagnosisSystem.ICPC2,
          "ICD10", DiagnosisSystem.ICD10,
          "2.16.578.1.12.4.1.1.7170", DiagnosisSystem.ICPC2,
          "2.16.578.1.12.4.1.1.7110", DiagnosisSystem.ICD10);

  private Diagnoses() {}

  /** The diagnosis behind a short name or OID and a code, if it is one. */
  static Optional<Diagnosis> of(String system, String code) {
    return Optional.ofNullable(SYSTEMS.get(system.strip()))
        .flatMap(
            known -> {
              String plain =
                  known == DiagnosisSystem.ICPC2 ? code.strip().split("\\.", -1)[0] : code;
              return Diagnosis.isCode(plain)
                  ? Optional.of(new Diagnosis(known, plain))
                  : Optional.empty();
            });
  }
}

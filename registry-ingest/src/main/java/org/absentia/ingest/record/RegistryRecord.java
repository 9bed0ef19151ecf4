package org.absentia.ingest.record;

import java.util.List;
import java.util.Optional;

/**
 * One version of a registry record in the canonical form of contracts/outcomes.md section 1.
 * Periods of one record never overlap; a cancelled version may have none.
 */
public sealed interface RegistryRecord {
  RecordVersion version();

  List<? extends Period> periods();

  RecordType type();

  /** A doctor's certificate; {@code employer} empty when the dialect names none. */
  record SickLeaveCertificate(
      RecordVersion version,
      Optional<String> employer,
      Optional<Diagnosis> diagnosis,
      List<Period.Certified> periods)
      implements RegistryRecord {
    public SickLeaveCertificate {
      periods = apart(periods);
    }

    @Override
    public RecordType type() {
      return RecordType.SICK_LEAVE_CERTIFICATE;
    }
  }

  /** Sick pay of one employment, day by day. */
  record SickPay(RecordVersion version, Optional<String> employer, List<Period.Pay> periods)
      implements RegistryRecord {
    public SickPay {
      periods = apart(periods);
    }

    @Override
    public RecordType type() {
      return RecordType.SICK_PAY;
    }
  }

  /** Work assessment allowance. */
  record WorkAssessmentAllowance(RecordVersion version, List<Period.Allowance> periods)
      implements RegistryRecord {
    public WorkAssessmentAllowance {
      periods = apart(periods);
    }

    @Override
    public RecordType type() {
      return RecordType.WORK_ASSESSMENT_ALLOWANCE;
    }
  }

  /** Disability pension. */
  record DisabilityPension(RecordVersion version, List<Period.Pension> periods)
      implements RegistryRecord {
    public DisabilityPension {
      periods = apart(periods);
    }

    @Override
    public RecordType type() {
      return RecordType.DISABILITY_PENSION;
    }
  }

  /** An employment with one employer. */
  record Employment(
      RecordVersion version,
      String employer,
      EmploymentKind kind,
      Optional<String> occupation,
      List<Period.Position> periods)
      implements RegistryRecord {
    public Employment {
      periods = apart(periods);
    }

    @Override
    public RecordType type() {
      return RecordType.EMPLOYMENT;
    }
  }

  private static <P extends Period> List<P> apart(List<P> periods) {
    if (Overlaps.any(periods.stream().map(Period::during).toList())) {
      throw new IllegalArgumentException("periods overlap");
    }
    return List.copyOf(periods);
  }
}

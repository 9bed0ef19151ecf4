package org.absentia.outcome.record;

import java.util.List;
import java.util.stream.Stream;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.timeline.Period;

/** One version of what one register says about a person. */
public sealed interface RegistryRecord
    permits SickLeaveCertificate, SickPay, WorkAssessmentAllowance, DisabilityPension, Employment {
  RecordVersion version();

  /** What it says of which days, in the order in which it says it. */
  List<? extends Entry> periods();

  default String recordId() {
    return version().recordId();
  }

  default boolean isActive() {
    return version().status() == Status.ACTIVE;
  }

  /** The days it speaks of, in the order in which it lists them. */
  default Stream<Period> days() {
    return periods().stream().map(Entry::days);
  }

  /** What a record says of some days. */
  sealed interface Entry
      permits SickLeaveCertificate.Entry,
          SickPay.Entry,
          WorkAssessmentAllowance.Entry,
          DisabilityPension.Entry,
          Employment.Entry {
    Period days();
  }
}

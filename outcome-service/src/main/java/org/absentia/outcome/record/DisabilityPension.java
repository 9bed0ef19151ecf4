package org.absentia.outcome.record;

import java.util.List;
import org.absentia.outcome.timeline.Period;

/** Disability pension. */
public record DisabilityPension(RecordVersion version, List<Entry> periods)
    implements RegistryRecord {
  public DisabilityPension {
    periods = List.copyOf(periods);
  }

  /**
   * Days on the pension.
   *
   * @param grade degree of disability in 10^-4
   */
  public record Entry(Period days, int grade) implements RegistryRecord.Entry {
    public Entry {
      PerMyriad.checked(grade);
    }
  }
}

package org.absentia.outcome.record;

import java.util.List;
import org.absentia.outcome.timeline.Period;

/** Work assessment allowance, paid while work ability is clarified. */
public record WorkAssessmentAllowance(RecordVersion version, List<Entry> periods)
    implements RegistryRecord {
  public WorkAssessmentAllowance {
    periods = List.copyOf(periods);
  }

  /**
   * Days on the allowance.
   *
   * @param worked share of full work done beside it, in 10^-4
   */
  public record Entry(Period days, int worked) implements RegistryRecord.Entry {
    public Entry {
      PerMyriad.checked(worked);
    }

    /** How much of the contracted work is lost, in 10^-4. */
    public int absenceGrade() {
      return PerMyriad.ONE - worked;
    }
  }
}

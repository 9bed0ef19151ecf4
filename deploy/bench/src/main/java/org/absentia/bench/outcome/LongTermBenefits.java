package org.absentia.bench.outcome;

import java.util.List;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Period;

/** Draws what follows long sick leave: work assessment allowance and disability pension. */
final class LongTermBenefits {
  private LongTermBenefits() {}

  static void write(Chance chance, Volume volume, int index, int lastSickDay) {
    if (chance.in(lastSickDay > index + 90 ? 30 : 4)) {
      int from = lastSickDay - chance.oneOf(-1, -1, 10);
      allowance(chance, volume, from);
    }
    if (chance.in(8)) {
      pension(chance, volume, index - chance.between(100, 3_000), index);
    } else if (chance.in(5)) {
      int from = index + chance.between(-300, 330);
      List<DisabilityPension.Entry> entries = List.of(degree(from, Period.OPEN, 5_000));
      volume.write(from, version -> new DisabilityPension(version, entries));
    }
  }

  private static void allowance(Chance chance, Volume volume, int from) {
    int change = from + chance.between(60, 150);
    int end = change + chance.between(30, 400);
    volume.write(
        from,
        version ->
            new WorkAssessmentAllowance(
                version,
                List.of(
                    worked(from, change - 1, 0),
                    worked(change, end, chance.oneOf(0, 2_000, 4_000, 6_050)))));
  }

  private static WorkAssessmentAllowance.Entry worked(int from, int to, int share) {
    return new WorkAssessmentAllowance.Entry(new Period(from, to), share);
  }

  private static void pension(Chance chance, Volume volume, int from, int index) {
    int degree = chance.oneOf(2_000, 3_000, 5_000, 5_000, 10_000);
    int change = index + chance.between(-200, 300);
    volume.write(
        from,
        version ->
            new DisabilityPension(
                version,
                chance.in(65)
                    ? List.of(degree(from, Period.OPEN, degree))
                    : List.of(
                        degree(from, Math.max(from, change - 1), degree),
                        degree(Math.max(from, change - 1) + 1, Period.OPEN, 8_000))));
  }

  private static DisabilityPension.Entry degree(int from, int to, int grade) {
    return new DisabilityPension.Entry(new Period(from, to), grade);
  }
}

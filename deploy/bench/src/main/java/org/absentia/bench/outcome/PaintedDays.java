package org.absentia.bench.outcome;

import java.util.Arrays;
import org.absentia.bench.outcome.RecordColumns.Register;

/**
 * Arrays of the days around one person's index date, painted over with each record, the least
 * believed first. Relies on what the generator promises: periods of a record do not overlap and no
 * spell reaches back more than {@link #BACK} days.
 */
final class PaintedDays {
  /** The place of the index date. */
  static final int BACK = 800;

  private static final int DAYS = BACK + 400;

  /** Sick-leave loss of each day in 10^-8. */
  final long[] sick = new long[DAYS];

  /** Share of the contracted work lost to the allowance on each day of follow-up, in 10^-4. */
  final int[] allowance = new int[DAYS];

  private final RecordColumns columns;
  private final BelievedRecords records;
  private final int[] grade = new int[DAYS];

  /** The day of place 0. */
  private int base;

  PaintedDays(RecordColumns columns, BelievedRecords records) {
    this.columns = columns;
    this.records = records;
  }

  void moveTo(int index) {
    base = index - BACK;
  }

  int base() {
    return base;
  }

  void paintSickLeave(ArrayContract held, int from, int end) {
    Arrays.fill(sick, from - base, end - base, 0);
    for (int job = 0; job < held.jobs; job++) {
      Arrays.fill(grade, from - base, end - base, 0);
      paint(Register.CERTIFICATE, held, job, from, end);
      paint(Register.PAYMENT, held, job, from, end);
      long share = held.share[job];
      for (int day = from - base; day < end - base; day++) {
        sick[day] += share * grade[day];
      }
    }
  }

  private void paint(Register register, ArrayContract held, int job, int from, int end) {
    for (int place = records.count() - 1; place >= 0; place--) {
      int version = records.version(place);
      if (columns.register[version] == register && held.speaksOf(job, columns.employer[version])) {
        paint(version, from, end, grade);
      }
    }
  }

  void paintAllowance(int from, int end) {
    Arrays.fill(allowance, from - base, end - base, 0);
    for (int place = records.count() - 1; place >= 0; place--) {
      int version = records.version(place);
      if (columns.register[version] == Register.ALLOWANCE) {
        paint(version, from, end, allowance);
      }
    }
  }

  private void paint(int version, int from, int end, int[] days) {
    int last = columns.firstPeriod[version + 1];
    for (int period = columns.firstPeriod[version]; period < last; period++) {
      int first = Math.max(columns.from[period], from);
      int beyond = Math.min(columns.to[period] + 1, end);
      if (first < beyond && columns.amount[period] != RecordColumns.SILENT) {
        Arrays.fill(days, first - base, beyond - base, columns.amount[period]);
      }
    }
  }
}

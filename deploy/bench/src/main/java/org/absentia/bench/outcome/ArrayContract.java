package org.absentia.bench.outcome;

import org.absentia.bench.outcome.RecordColumns.Register;

/** The positions in force on one day of one person, scaled to one whole position, by employer. */
final class ArrayContract {
  private static final int ONE = 10_000;

  private final RecordColumns columns;
  private final BelievedRecords records;
  int[] employer = new int[16];
  int[] share = new int[16];
  int jobs;
  int total;

  ArrayContract(RecordColumns columns, BelievedRecords records) {
    this.columns = columns;
    this.records = records;
  }

  /** Reads the positions in force on a day; no job when there are none. */
  void read(int day) {
    jobs = 0;
    for (int place = 0; place < records.count(); place++) {
      int version = records.version(place);
      if (columns.register[version] == Register.EMPLOYMENT) {
        int period = records.periodOn(version, day);
        if (period >= 0) {
          add(columns.employer[version], columns.amount[period]);
        }
      }
    }
    scale();
  }

  /** The most believed record of an employer comes first; later ones do not count. */
  private void add(int newEmployer, int newShare) {
    int place = jobs;
    while (place > 0 && employer[place - 1] >= newEmployer) {
      if (employer[--place] == newEmployer) {
        return;
      }
    }
    System.arraycopy(employer, place, employer, place + 1, jobs - place);
    System.arraycopy(share, place, share, place + 1, jobs - place);
    employer[place] = newEmployer;
    share[place] = newShare;
    jobs++;
  }

  private void scale() {
    int sum = 0;
    for (int job = 0; job < jobs; job++) {
      sum += share[job];
    }
    total = Math.min(sum, ONE);
    if (sum > ONE) {
      scale(sum);
    }
  }

  private void scale(int sum) {
    int missing = ONE;
    int[] remainder = new int[jobs];
    for (int job = 0; job < jobs; job++) {
      long whole = (long) share[job] * ONE;
      share[job] = (int) (whole / sum);
      remainder[job] = (int) (whole % sum);
      missing -= share[job];
    }
    while (missing-- > 0) {
      int largest = 0;
      for (int job = 1; job < jobs; job++) {
        largest = remainder[job] > remainder[largest] ? job : largest;
      }
      share[largest]++;
      remainder[largest] = -1;
    }
  }

  /** One nameless employment of a share. */
  void becomeNameless(int onlyShare) {
    jobs = 1;
    employer[0] = Integer.MIN_VALUE;
    share[0] = onlyShare;
    total = onlyShare;
  }

  void copy(ArrayContract other) {
    jobs = other.jobs;
    total = other.total;
    System.arraycopy(other.employer, 0, employer, 0, jobs);
    System.arraycopy(other.share, 0, share, 0, jobs);
  }

  boolean isLike(ArrayContract other) {
    boolean equal = jobs == other.jobs;
    for (int job = 0; equal && job < jobs; job++) {
      equal = employer[job] == other.employer[job] && share[job] == other.share[job];
    }
    return equal;
  }

  boolean speaksOf(int job, int named) {
    if (jobs == 1 || named == RecordColumns.NO_EMPLOYER || named == employer[job]) {
      return true;
    }
    for (int other = 0; other < jobs; other++) {
      if (employer[other] == named) {
        return false;
      }
    }
    return true;
  }
}

package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.outcome.record.PerMyriad;

/**
 * The employments in force on a day and how much of a whole position each is.
 *
 * @param jobs in order of employer
 * @param share their sum in 10^-4, at most 1
 */
record Contract(List<Job> jobs, int share) {
  /**
   * One employment.
   *
   * @param employer empty for the nameless employment of a person without one
   * @param share contracted share of a whole position in 10^-4
   * @param recordId the record that decided; empty for the nameless employment
   */
  record Job(String employer, int share, String recordId) {}

  /** No employment and no contracted hours. */
  static final Contract NONE = new Contract(List.of(), 0);

  /** The contract of these positions, scaled down to one whole position when they are more. */
  static Contract of(List<Job> positions) {
    int sum = 0;
    for (Job job : positions) {
      sum += job.share();
    }
    return sum <= PerMyriad.ONE
        ? new Contract(positions, sum)
        : new Contract(scaled(positions, sum), PerMyriad.ONE);
  }

  /** What counts as contracted when there is no employment: one of all that is not pensioned. */
  static Contract nameless(int pensionedShare) {
    int share = PerMyriad.ONE - pensionedShare;
    return new Contract(List.of(new Job("", share, "")), share);
  }

  boolean isWith(String employer) {
    for (Job job : jobs) {
      if (job.employer().equals(employer)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Scales shares by 1/sum, rounded down; the missing 10^-4 go one each to the largest remainders,
   * of equal ones to the smaller employer.
   */
  private static List<Job> scaled(List<Job> positions, int sum) {
    long[] wholes =
        positions.stream().mapToLong(job -> (long) job.share() * PerMyriad.ONE).toArray();
    int[] shares = Arrays.stream(wholes).mapToInt(whole -> (int) (whole / sum)).toArray();
    int missing = PerMyriad.ONE - Arrays.stream(shares).sum();
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(
            Comparator.comparing((Integer place) -> wholes[place] % sum)
                .reversed()
                .thenComparing(place -> positions.get(place).employer()))
        .limit(missing)
        .forEach(place -> shares[place]++);
    List<Job> jobs = new ArrayList<>(shares.length);
    for (int place = 0; place < shares.length; place++) {
      Job job = positions.get(place);
      jobs.add(new Job(job.employer(), shares[place], job.recordId()));
    }
    return List.copyOf(jobs);
  }
}

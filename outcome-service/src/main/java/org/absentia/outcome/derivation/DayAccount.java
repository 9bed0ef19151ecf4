package org.absentia.outcome.derivation;

import org.absentia.outcome.record.PerMyriad;

/**
 * What a day at weight 1 counts; losses in 10^-8, shares in 10^-4.
 *
 * @param contracted contracted share C
 * @param sickLeave sick-leave loss S
 * @param allowance allowance loss A
 * @param increase pension increase I
 * @param counted what counts of the larger of S and A, after the cap
 * @param lost lost work L; what exceeds {@code counted} came from the pension increase
 */
record DayAccount(
    int contracted, long sickLeave, long allowance, int increase, long counted, long lost) {
  /** A whole day of a whole position. */
  static final long DAY = (long) PerMyriad.ONE * PerMyriad.ONE;

  /**
   * Step 7: sick leave and allowance on one day are one absence, and a pension that was there at
   * baseline is not absence but caps the day. The cap cuts the increase first.
   */
  static DayAccount of(
      int contracted, long sickLeave, long allowance, int increase, int pensionAtIndex) {
    long cap = DAY - (long) pensionAtIndex * PerMyriad.ONE;
    long absence = Math.max(sickLeave, allowance);
    long lost = Math.min(cap, absence + (long) increase * PerMyriad.ONE);
    return new DayAccount(contracted, sickLeave, allowance, increase, Math.min(cap, absence), lost);
  }

  long lostToSickLeave() {
    return sickLeave >= allowance ? counted : 0;
  }

  long lostToAllowance() {
    return sickLeave >= allowance ? 0 : counted;
  }

  long lostToPensionIncrease() {
    return lost - counted;
  }
}

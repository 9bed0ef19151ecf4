package org.absentia.outcome.derivation;

import java.time.LocalDate;
import java.util.List;

/**
 * How one day of follow-up was counted and which records decided.
 *
 * @param weight 1 on a workday, otherwise 0
 * @param lostWork L, the weight included
 */
public record ExplainedDay(
    LocalDate date,
    int weight,
    Ratio contractedShare,
    Ratio sickLeave,
    Ratio workAssessmentAllowance,
    Ratio disabilityPensionIncrease,
    Ratio lostWork,
    DecidedBy decidedBy) {
  /**
   * The ids of the records that decided; none where no record spoke.
   *
   * @param contract one for each employment in force
   * @param sickLeave one for each employment for which a record spoke, without repeats
   */
  public record DecidedBy(
      List<String> contract,
      List<String> sickLeave,
      List<String> workAssessmentAllowance,
      List<String> disabilityPension) {}
}

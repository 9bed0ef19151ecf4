package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.absentia.outcome.definition.VacationInsideSpell;
import org.absentia.outcome.derivation.Contract.Job;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Timeline;

/**
 * What the registers say of one person on each day.
 *
 * @param contracts the employments in force, on the days on which there are any
 * @param allowance share of the contracted work lost to the work assessment allowance
 * @param pension degree of disability
 * @param changes days on which any record begins to speak or has ceased to, in order
 */
record Registers(
    Timeline<Contract> contracts,
    SickLeave sickLeave,
    Timeline<Ruling> allowance,
    Timeline<Ruling> pension,
    ChangeDays changes) {

  static Registers of(CurrentRecords records, VacationInsideSpell vacation) {
    return new Registers(
        contracts(records.of(Employment.class)),
        new SickLeave(records, vacation),
        Telling.ofAll(records.of(WorkAssessmentAllowance.class), Registers::allowance),
        Telling.ofAll(records.of(DisabilityPension.class), Registers::pension),
        ChangeDays.of(records.all()));
  }

  /** Steps 1 and 2: each employer's most believed position, all employers together. */
  private static Timeline<Contract> contracts(List<Employment> mostBelievedFirst) {
    Map<String, List<Employment>> byEmployer = new TreeMap<>();
    for (Employment employment : mostBelievedFirst) {
      if (employment.hasContractedHours()) {
        String employer = employment.employer().orElseThrow();
        byEmployer.computeIfAbsent(employer, name -> new ArrayList<>()).add(employment);
      }
    }
    List<Timeline<Job>> jobs = new ArrayList<>(byEmployer.size());
    for (List<Employment> employments : byEmployer.values()) {
      jobs.add(Telling.ofAll(employments, Registers::position));
    }
    return Timeline.allOf(jobs).map(Contract::of);
  }

  private static Timeline<Job> position(Employment record) {
    String employer = record.employer().orElseThrow();
    return Telling.of(
        record.periods(), entry -> new Job(employer, entry.position(), record.recordId()));
  }

  private static Timeline<Ruling> allowance(WorkAssessmentAllowance record) {
    return Telling.of(
        record.periods(), entry -> new Ruling(entry.absenceGrade(), record.recordId()));
  }

  private static Timeline<Ruling> pension(DisabilityPension record) {
    return Telling.of(record.periods(), entry -> new Ruling(entry.grade(), record.recordId()));
  }
}

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
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Reader;
import org.absentia.outcome.timeline.Timeline;

/**
 * What the registers say of one person on each day. For one derivation only: a reader keeps its
 * place.
 *
 * @param contracts the employments in force, {@link Contract#NONE} on days without any
 * @param allowance share of the contracted work lost to the work assessment allowance
 * @param pension degree of disability
 */
record Registers(
    Reader<Contract> contracts,
    SickLeave sickLeave,
    Reader<Ruling> allowance,
    Reader<Ruling> pension) {

  static Registers of(CurrentRecords records, VacationInsideSpell vacation) {
    List<Employment> employments = new ArrayList<>();
    List<SickPay> payments = new ArrayList<>();
    List<SickLeaveCertificate> certificates = new ArrayList<>();
    List<WorkAssessmentAllowance> allowances = new ArrayList<>();
    List<DisabilityPension> pensions = new ArrayList<>();
    for (RegistryRecord each : records.all()) {
      switch (each) {
        case Employment employment -> employments.add(employment);
        case SickPay payment -> payments.add(payment);
        case SickLeaveCertificate certificate -> certificates.add(certificate);
        case WorkAssessmentAllowance allowance -> allowances.add(allowance);
        case DisabilityPension pension -> pensions.add(pension);
      }
    }
    return new Registers(
        contracts(employments).reader(Contract.NONE),
        new SickLeave(payments, certificates, vacation),
        Telling.ofAll(allowances, Registers::allowance).reader(Ruling.NONE),
        Telling.ofAll(pensions, Registers::pension).reader(Ruling.NONE));
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

package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.outcome.definition.VacationInsideSpell;
import org.absentia.outcome.derivation.Contract.Job;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.timeline.Timeline;

/**
 * The sick-leave grade of an employment (step 3): what was settled as sick pay, else what the
 * newest certificate says. Only records for this employer count, and those for no employer in
 * force.
 */
final class SickLeave {
  /** What one record says, and for which employer; empty when it does not say. */
  private record Source(Optional<String> employer, Timeline<Ruling> days) {
    /** Tells whether the record speaks of a job while a contract is in force. */
    boolean speaksOf(Job job, Contract contract) {
      return contract.jobs().size() == 1
          || employer.isEmpty()
          || employer.get().equals(job.employer())
          || !contract.isWith(employer.get());
    }
  }

  /** Says nothing, so that an older payment or the certificate decides. */
  private static final Ruling SILENT = new Ruling(-2, "");

  /** Says that the certificate decides, so that no older payment does. */
  private static final Ruling AS_CERTIFIED = new Ruling(-1, "");

  private final List<Source> payments = new ArrayList<>();
  private final List<Source> certificates = new ArrayList<>();
  private final VacationInsideSpell vacation;

  private final Map<Contract, List<Timeline<Ruling>>> answers = new HashMap<>(4);
  private Contract latest = Contract.NONE;
  private List<Timeline<Ruling>> latestAnswer = List.of();

  SickLeave(CurrentRecords records, VacationInsideSpell vacation) {
    this.vacation = vacation;
    for (SickPay record : records.of(SickPay.class)) {
      payments.add(source(record));
    }
    for (SickLeaveCertificate record : records.of(SickLeaveCertificate.class)) {
      certificates.add(source(record));
    }
  }

  private Source source(SickPay record) {
    Timeline<Ruling> days = Telling.of(record.periods(), entry -> ruling(entry, record.recordId()));
    return new Source(record.employer(), days.where(told -> !told.equals(SILENT)));
  }

  /** Vacation and leave count nothing, or fall through to the certificate. */
  private Ruling ruling(SickPay.Entry entry, String recordId) {
    if (entry.isSilent()) {
      return SILENT;
    }
    return switch (vacation) {
      case NOT_ABSENT -> new Ruling(entry.grade(), recordId);
      case AS_CERTIFIED -> entry.isTimeOff() ? AS_CERTIFIED : new Ruling(entry.grade(), recordId);
    };
  }

  private static Source source(SickLeaveCertificate record) {
    return new Source(
        record.employer(),
        Telling.of(record.periods(), entry -> new Ruling(entry.absenceGrade(), record.recordId())));
  }

  /** The grades of each job of a contract, in its order, on each day on which it is in force. */
  @SuppressWarnings("ReferenceEquality") // only to skip the search: an equal one finds the same
  List<Timeline<Ruling>> of(Contract contract) {
    if (contract != latest) {
      latestAnswer = answers.computeIfAbsent(contract, this::decided);
      latest = contract;
    }
    return latestAnswer;
  }

  private List<Timeline<Ruling>> decided(Contract contract) {
    List<Timeline<Ruling>> grades = new ArrayList<>(contract.jobs().size());
    for (Job job : contract.jobs()) {
      grades.add(decided(job, contract));
    }
    return grades;
  }

  private Timeline<Ruling> decided(Job job, Contract contract) {
    List<Timeline<Ruling>> believed = new ArrayList<>();
    addSpeaking(payments, job, contract, believed);
    if (vacation == VacationInsideSpell.AS_CERTIFIED) {
      Timeline<Ruling> settled =
          Timeline.firstOf(believed).where(told -> !told.equals(AS_CERTIFIED));
      believed.clear();
      believed.add(settled);
    }
    addSpeaking(certificates, job, contract, believed);
    return Timeline.firstOf(believed);
  }

  private static void addSpeaking(
      List<Source> sources, Job job, Contract contract, List<Timeline<Ruling>> believed) {
    for (Source source : sources) {
      if (source.speaksOf(job, contract)) {
        believed.add(source.days());
      }
    }
  }
}

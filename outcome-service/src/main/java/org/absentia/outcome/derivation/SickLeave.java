package org.absentia.outcome.derivation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.absentia.outcome.definition.VacationInsideSpell;
import org.absentia.outcome.derivation.Contract.Job;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.timeline.FirstWord;
import org.absentia.outcome.timeline.Reader;
import org.absentia.outcome.timeline.Timeline;

/**
 * The sick-leave grade of an employment (step 3): what was settled as sick pay, else what the
 * newest certificate says. Only records for this employer count, and those for no employer in
 * force.
 */
final class SickLeave {
  /** Says nothing, so that an older payment or the certificate decides. */
  private static final Ruling SILENT = new Ruling(-2, "");

  /** Says that the certificate decides, so that no older payment does. */
  private static final Ruling AS_CERTIFIED = new Ruling(-1, "");

  private final List<SickPay> payments;
  private final List<SickLeaveCertificate> certificates;
  private final VacationInsideSpell vacation;

  /** What is said of whoever has one employment; empty until asked for. */
  private List<Reader<Ruling>> ofOnlyJob = List.of();

  private final Map<Contract, List<Reader<Ruling>>> ofSeveralJobs = new HashMap<>(4);

  /** Of payments and certificates, both listed the most believed first. */
  SickLeave(
      List<SickPay> payments,
      List<SickLeaveCertificate> certificates,
      VacationInsideSpell vacation) {
    this.payments = payments;
    this.certificates = certificates;
    this.vacation = vacation;
  }

  /** The grades of each job of a contract, in its order, on each day on which it is in force. */
  List<Reader<Ruling>> of(Contract contract) {
    if (contract.jobs().size() > 1) {
      return ofSeveralJobs.computeIfAbsent(contract, this::decided);
    }
    if (ofOnlyJob.isEmpty()) {
      ofOnlyJob = List.of(decided(employer -> true));
    }
    return ofOnlyJob;
  }

  private List<Reader<Ruling>> decided(Contract contract) {
    List<Reader<Ruling>> grades = new ArrayList<>(contract.jobs().size());
    for (Job job : contract.jobs()) {
      grades.add(decided(employer -> speaksOf(employer, job, contract)));
    }
    return grades;
  }

  /** Tells whether a record for an employer speaks of a job while a contract is in force. */
  private static boolean speaksOf(Optional<String> employer, Job job, Contract contract) {
    return employer.isEmpty()
        || employer.get().equals(job.employer())
        || !contract.isWith(employer.get());
  }

  /** What those records decide together whose employer is spoken for. */
  private Reader<Ruling> decided(Predicate<Optional<String>> isAbout) {
    FirstWord<Ruling> said = new FirstWord<>();
    for (SickPay record : payments) {
      if (isAbout.test(record.employer())) {
        say(record, said);
      }
    }
    if (vacation == VacationInsideSpell.AS_CERTIFIED) {
      Timeline<Ruling> settled = said.timeline().where(told -> !told.equals(AS_CERTIFIED));
      said = new FirstWord<>();
      said.say(settled);
    }
    for (SickLeaveCertificate record : certificates) {
      if (isAbout.test(record.employer())) {
        say(record, said);
      }
    }
    return said.timeline().reader(Ruling.NONE);
  }

  /**
   * Rejected and unknown days leave the word to older payments and the certificate, though not to
   * later periods of the same record.
   */
  private void say(SickPay record, FirstWord<Ruling> said) {
    if (isSilentAtTimes(record)) {
      said.say(
          Telling.of(record.periods(), entry -> ruling(entry, record.recordId()))
              .where(told -> !told.equals(SILENT)));
    } else {
      for (SickPay.Entry entry : record.periods()) {
        said.say(entry.days(), ruling(entry, record.recordId()));
      }
    }
  }

  private static boolean isSilentAtTimes(SickPay record) {
    for (SickPay.Entry entry : record.periods()) {
      if (entry.isSilent()) {
        return true;
      }
    }
    return false;
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

  private static void say(SickLeaveCertificate record, FirstWord<Ruling> said) {
    for (SickLeaveCertificate.Entry entry : record.periods()) {
      said.say(entry.days(), new Ruling(entry.absenceGrade(), record.recordId()));
    }
  }

  /** Tells whether any record speaks of a day before this one. */
  boolean anyBefore(int day) {
    return anyBefore(day, payments) || anyBefore(day, certificates);
  }

  private static boolean anyBefore(int day, List<? extends RegistryRecord> records) {
    return records.stream().anyMatch(r -> r.days().anyMatch(days -> days.from() < day));
  }
}

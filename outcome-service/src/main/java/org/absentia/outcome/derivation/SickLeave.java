package org.absentia.outcome.derivation;

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
  private record Source<T>(Optional<String> employer, Timeline<T> days) {
    /** Tells whether the record speaks of a job while a contract is in force. */
    boolean speaksOf(Job job, Contract contract) {
      return employer.isEmpty()
          || employer.get().equals(job.employer())
          || !contract.isWith(employer.get());
    }
  }

  private record Payment(SickPay.Entry entry, String recordId) {
    Ruling ruling() {
      return new Ruling(entry.grade(), recordId);
    }
  }

  private record Question(String employer, List<String> inForce) {
    /** Beside a single employment every record speaks of it, whatever employer it names. */
    static Question of(Job job, Contract contract) {
      return contract.jobs().size() == 1
          ? new Question("", List.of())
          : new Question(job.employer(), contract.jobs().stream().map(Job::employer).toList());
    }
  }

  private final List<Source<Payment>> payments;
  private final List<Source<Ruling>> certificates;
  private final VacationInsideSpell vacation;
  private final Map<Question, Timeline<Ruling>> answers = new HashMap<>();

  SickLeave(CurrentRecords records, VacationInsideSpell vacation) {
    this.payments = records.of(SickPay.class).stream().map(SickLeave::source).toList();
    this.certificates =
        records.of(SickLeaveCertificate.class).stream().map(SickLeave::source).toList();
    this.vacation = vacation;
  }

  private static Source<Payment> source(SickPay record) {
    Timeline<Payment> days =
        Telling.of(record.periods(), entry -> new Payment(entry, record.recordId()));
    return new Source<>(record.employer(), days.where(payment -> !payment.entry().isSilent()));
  }

  private static Source<Ruling> source(SickLeaveCertificate record) {
    return new Source<>(
        record.employer(),
        Telling.of(record.periods(), entry -> new Ruling(entry.absenceGrade(), record.recordId())));
  }

  /** The grade of a job on each day on which this contract is in force. */
  Timeline<Ruling> of(Job job, Contract contract) {
    return answers.computeIfAbsent(Question.of(job, contract), question -> decided(job, contract));
  }

  private Timeline<Ruling> decided(Job job, Contract contract) {
    Timeline<Ruling> settled =
        newest(payments, job, contract).where(this::decides).map(Payment::ruling);
    return Timeline.firstOf(List.of(settled, newest(certificates, job, contract)));
  }

  /** Vacation and leave fall through to the certificate, never to an older payment. */
  private boolean decides(Payment payment) {
    return switch (vacation) {
      case NOT_ABSENT -> true;
      case AS_CERTIFIED -> !payment.entry().isTimeOff();
    };
  }

  private static <T> Timeline<T> newest(List<Source<T>> sources, Job job, Contract contract) {
    return Timeline.firstOf(
        sources.stream()
            .filter(source -> source.speaksOf(job, contract))
            .map(Source::days)
            .toList());
  }
}

package org.absentia.outcome.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.absentia.outcome.Seeds;
import org.absentia.outcome.definition.VacationInsideSpell;
import org.absentia.outcome.derivation.Contract.Job;
import org.absentia.outcome.record.RecordVersion;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.timeline.Period;
import org.junit.jupiter.api.Test;

/** Step 3, word for word and day by day, against the timelines that are asked instead. */
class SickLeaveTest {
  private static final int DAYS = 60;

  @Test
  void the_timelines_agree_with_asking_every_record_about_every_day() {
    Seeds.forSeeds(
        600,
        random -> {
          // Given
          List<SickPay> payments = new ArrayList<>();
          List<SickLeaveCertificate> certificates = new ArrayList<>();
          for (int i = random.nextInt(6); i > 0; i--) {
            payments.add(new SickPay(version(i), employer(random), payments(random)));
            certificates.add(certificate(i, random));
          }
          VacationInsideSpell vacation = VacationInsideSpell.values()[random.nextInt(2)];
          Contract contract = contract(random.nextInt(1, 4));

          // When
          var grades = new SickLeave(payments, certificates, vacation).of(contract);

          // Then
          for (int place = 0; place < contract.jobs().size(); place++) {
            Plain plain = new Plain(contract.jobs().get(place), contract, vacation);
            for (int day = 0; day < DAYS; day++) {
              assertThat(grades.get(place).at(day))
                  .isEqualTo(plain.grade(payments, certificates, day));
            }
          }
        });
  }

  /** The rule as contracts/outcomes.md section 3 writes it. */
  private record Plain(Job job, Contract contract, VacationInsideSpell vacation) {
    Ruling grade(List<SickPay> payments, List<SickLeaveCertificate> certificates, int day) {
      for (SickPay payment : payments) {
        Optional<SickPay.Entry> first = first(payment.periods(), day);
        if (speaks(payment.employer()) && first.isPresent() && !first.get().isSilent()) {
          return vacation == VacationInsideSpell.AS_CERTIFIED && first.get().isTimeOff()
              ? certified(certificates, day)
              : new Ruling(first.get().grade(), payment.recordId());
        }
      }
      return certified(certificates, day);
    }

    private Ruling certified(List<SickLeaveCertificate> certificates, int day) {
      for (SickLeaveCertificate certificate : certificates) {
        Optional<SickLeaveCertificate.Entry> first = first(certificate.periods(), day);
        if (speaks(certificate.employer()) && first.isPresent()) {
          return new Ruling(first.get().absenceGrade(), certificate.recordId());
        }
      }
      return Ruling.NONE;
    }

    private boolean speaks(Optional<String> employer) {
      boolean nameless = job.employer().isEmpty();
      boolean inForce =
          contract.jobs().stream()
              .anyMatch(other -> employer.equals(Optional.of(other.employer())));
      return nameless || !inForce || employer.equals(Optional.of(job.employer()));
    }

    private static <E extends RegistryRecord.Entry> Optional<E> first(List<E> periods, int day) {
      return periods.stream().filter(entry -> entry.days().covers(day)).findFirst();
    }
  }

  private static Contract contract(int jobs) {
    List<Job> held = new ArrayList<>();
    for (int i = 0; i < jobs; i++) {
      held.add(new Job("" + (char) ('A' + i), 2_000, "e-" + i));
    }
    return Contract.of(held);
  }

  private static RecordVersion version(int number) {
    return new RecordVersion("r-" + number, 1, Status.ACTIVE, Instant.EPOCH);
  }

  private static Optional<String> employer(SplittableRandom random) {
    int which = random.nextInt(5);
    return which == 4 ? Optional.empty() : Optional.of("" + (char) ('A' + which));
  }

  /** Periods that may overlap within a record, which only the first listed of them may decide. */
  private static List<SickPay.Entry> payments(SplittableRandom random) {
    List<SickPay.Entry> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      SickPay.Kind kind = SickPay.Kind.values()[random.nextInt(SickPay.Kind.values().length)];
      int grade = SickPay.Entry.hasGrade(kind) ? 1_000 * random.nextInt(11) : 0;
      entries.add(new SickPay.Entry(days(random), kind, grade));
    }
    return entries;
  }

  private static SickLeaveCertificate certificate(int number, SplittableRandom random) {
    List<SickLeaveCertificate.Entry> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.add(
          new SickLeaveCertificate.Entry(
              days(random), SickLeaveCertificate.Kind.GRADED, 1_000 * random.nextInt(2, 10)));
    }
    return new SickLeaveCertificate(version(number), employer(random), Optional.empty(), entries);
  }

  private static Period days(SplittableRandom random) {
    int from = random.nextInt(DAYS);
    return new Period(from, from + random.nextInt(15));
  }
}

package org.absentia.bench.outcome;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.outcome.record.DisabilityPension;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.record.SickLeaveCertificate;
import org.absentia.outcome.record.SickPay;
import org.absentia.outcome.record.WorkAssessmentAllowance;
import org.absentia.outcome.timeline.Period;

/**
 * The same records as columns of numbers. Employers and record ids are replaced by their places in
 * order, as a column store would do while loading; nothing is selected or sorted beforehand.
 */
final class RecordColumns {
  static final int NO_EMPLOYER = -1;

  /** What a period says of its days besides a grade. */
  static final int SILENT = -1;

  /** What the registers are called in the columns; jobs without agreed hours are no register. */
  enum Register {
    EMPLOYMENT,
    CERTIFICATE,
    PAYMENT,
    ALLOWANCE,
    PENSION,
    IGNORED
  }

  final int persons;

  /** First version of each person, and one place beyond the last. */
  final int[] firstVersion;

  final int[] indexDay;
  final int[] indexYear;
  final int[] indexMonth;
  final int[] indexDayOfMonth;

  final int[] record;
  final long[] number;
  final boolean[] active;
  final long[] issuedAtSecond;
  final Register[] register;
  final int[] employer;

  /** First period of each version, and one place beyond the last. */
  final int[] firstPeriod;

  final int[] from;
  final int[] to;

  /** Position, or share lost, or degree, in 10^-4; {@link #SILENT} where a payment says nothing. */
  final int[] amount;

  private RecordColumns(int persons, int versions, int periods) {
    this.persons = persons;
    firstVersion = new int[persons + 1];
    indexDay = new int[persons];
    indexYear = new int[persons];
    indexMonth = new int[persons];
    indexDayOfMonth = new int[persons];
    record = new int[versions];
    number = new long[versions];
    active = new boolean[versions];
    issuedAtSecond = new long[versions];
    register = new Register[versions];
    employer = new int[versions];
    firstPeriod = new int[versions + 1];
    from = new int[periods];
    to = new int[periods];
    amount = new int[periods];
  }

  static RecordColumns of(List<Person> persons) {
    List<RegistryRecord> versions = persons.stream().flatMap(p -> p.versions().stream()).toList();
    int periods = versions.stream().mapToInt(version -> version.periods().size()).sum();
    RecordColumns columns = new RecordColumns(persons.size(), versions.size(), periods);
    Map<String, Integer> employers = places(versions.stream().flatMap(RecordColumns::employer));
    int version = 0;
    for (Person person : persons) {
      version = columns.load(person, version, employers);
    }
    return columns;
  }

  private static Map<String, Integer> places(Stream<String> names) {
    Map<String, Integer> places = new HashMap<>();
    names
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(name -> places.put(name, places.size()));
    return places;
  }

  private int load(Person person, int first, Map<String, Integer> employers) {
    int p = person.number();
    indexDay[p] = Period.day(person.indexDate());
    indexYear[p] = person.indexDate().getYear();
    indexMonth[p] = person.indexDate().getMonthValue();
    indexDayOfMonth[p] = person.indexDate().getDayOfMonth();
    Map<String, Integer> ids = places(person.versions().stream().map(RegistryRecord::recordId));
    int version = first;
    for (RegistryRecord each : person.versions()) {
      record[version] = ids.getOrDefault(each.recordId(), -1);
      employer[version] = employer(each).map(employers::get).findFirst().orElse(NO_EMPLOYER);
      load(each, version++);
    }
    firstVersion[p + 1] = version;
    return version;
  }

  private void load(RegistryRecord each, int version) {
    number[version] = each.version().number();
    active[version] = each.isActive();
    issuedAtSecond[version] = each.version().issuedAt().getEpochSecond();
    register[version] = register(each);
    int period = firstPeriod[version];
    for (RegistryRecord.Entry entry : each.periods()) {
      from[period] = entry.days().from();
      to[period] = entry.days().to();
      amount[period++] = amount(entry);
    }
    firstPeriod[version + 1] = period;
  }

  static Stream<String> employer(RegistryRecord record) {
    return switch (record) {
      case Employment job -> job.employer().stream();
      case SickLeaveCertificate certificate -> certificate.employer().stream();
      case SickPay payment -> payment.employer().stream();
      case WorkAssessmentAllowance allowance -> Stream.empty();
      case DisabilityPension pension -> Stream.empty();
    };
  }

  static Register register(RegistryRecord record) {
    return switch (record) {
      case Employment job -> job.hasContractedHours() ? Register.EMPLOYMENT : Register.IGNORED;
      case SickLeaveCertificate certificate -> Register.CERTIFICATE;
      case SickPay payment -> Register.PAYMENT;
      case WorkAssessmentAllowance allowance -> Register.ALLOWANCE;
      case DisabilityPension pension -> Register.PENSION;
    };
  }

  static int amount(RegistryRecord.Entry entry) {
    return switch (entry) {
      case Employment.Entry job -> job.position();
      case SickLeaveCertificate.Entry certified -> certified.absenceGrade();
      case SickPay.Entry paid -> paid.isSilent() ? SILENT : paid.grade();
      case WorkAssessmentAllowance.Entry allowance -> allowance.absenceGrade();
      case DisabilityPension.Entry pension -> pension.grade();
      default -> throw new IllegalArgumentException("unknown entry");
    };
  }
}

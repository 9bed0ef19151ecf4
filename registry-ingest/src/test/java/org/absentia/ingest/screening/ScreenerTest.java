package org.absentia.ingest.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.absentia.ingest.Samples;
import org.absentia.ingest.record.Activity;
import org.absentia.ingest.record.Diagnosis;
import org.absentia.ingest.record.DiagnosisSystem;
import org.absentia.ingest.record.EmploymentKind;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Interval;
import org.absentia.ingest.record.Period;
import org.absentia.ingest.record.RecordVersion;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.Status;
import org.absentia.ingest.screening.Screening.Eligible;
import org.absentia.ingest.screening.Screening.NotEligible;
import org.absentia.ingest.screening.Screening.Passed;
import org.absentia.ingest.screening.Screening.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenerTest {
  private static final Criteria CRITERIA =
      Criteria.read(
          Samples.tree(
              """
              {"weekOfSickLeave":{"from":7,"to":7},"minimumGrade":50,"age":{"from":18,"to":67},
               "diagnoses":[{"system":"ICPC2","chapters":["L"]}],"employed":true}"""),
          new Faults());
  private static final Optional<LocalDate> BORN = Optional.of(LocalDate.of(1970, 5, 14));
  private static final Activity FULL = new Activity.Full();

  private static RegistryRecord certificate(
      String from, String to, String issued, Activity activity, String code) {
    return new RegistryRecord.SickLeaveCertificate(
        new RecordVersion("c-" + issued, 1, Status.ACTIVE, Instant.parse(issued + "T10:00:00Z")),
        Optional.empty(),
        Optional.of(new Diagnosis(DiagnosisSystem.ICPC2, code)),
        List.of(
            new Period.Certified(
                Interval.of(LocalDate.parse(from), LocalDate.parse(to)), activity)));
  }

  private static RegistryRecord job(EmploymentKind kind, int percentage) {
    return new RegistryRecord.Employment(
        new RecordVersion("e-1", 1, Status.ACTIVE, Instant.EPOCH),
        "974600951",
        kind,
        Optional.empty(),
        List.of(
            new Period.Position(
                Interval.openFrom(LocalDate.of(2015, 1, 1)), BigDecimal.valueOf(percentage))));
  }

  private static final RegistryRecord JOB = job(EmploymentKind.ORDINARY, 80);

  private static Screening on(String day, RegistryRecord... records) {
    return new Screener(CRITERIA, LocalDate.parse(day)).screen(BORN, List.of(records));
  }

  @ParameterizedTest
  @CsvSource({"2019-05-12,false", "2019-05-13,true", "2019-05-19,true", "2019-05-20,false"})
  void days_43_to_49_of_a_spell_are_week_seven(String day, boolean inWeek) {
    // Given: a spell from Monday 1 April 2019
    Screening screening =
        on(day, certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "L03"), JOB);

    // Then
    if (inWeek) {
      assertThat(screening).isInstanceOf(Eligible.class);
      assertThat(((Eligible) screening).sickLeaveWeek()).isEqualTo(7);
    } else {
      assertThat(screening).isInstanceOf(Passed.class);
    }
  }

  @Test
  void a_weekend_between_two_certificates_does_not_break_the_spell_but_a_workday_does() {
    // Given: certified to a Friday, again from the Monday or the Tuesday
    RegistryRecord first = certificate("2019-04-01", "2019-04-26", "2019-04-01", FULL, "L03");
    RegistryRecord monday = certificate("2019-04-29", "2019-06-30", "2019-04-28", FULL, "L03");
    RegistryRecord tuesday = certificate("2019-04-30", "2019-06-30", "2019-04-28", FULL, "L03");

    // Then
    assertThat(on("2019-05-13", first, monday, JOB)).isInstanceOf(Eligible.class);
    assertThat(on("2019-05-13", first, tuesday, JOB)).isInstanceOf(Passed.class);
  }

  @Test
  void the_certificate_issued_last_decides_grade_and_diagnosis() {
    // Given
    RegistryRecord older = certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "L03");
    RegistryRecord newer =
        certificate(
            "2019-05-06",
            "2019-06-30",
            "2019-05-05",
            new Activity.Graded(BigDecimal.valueOf(40)),
            "L84");

    // Then
    assertThat(on("2019-05-13", older, newer, JOB))
        .isEqualTo(new NotEligible(Reason.GRADE_BELOW_MINIMUM));
  }

  @Test
  void a_newer_certificate_of_work_with_adaptation_ends_the_spell() {
    // Given
    RegistryRecord older = certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "L03");
    RegistryRecord newer =
        certificate("2019-05-06", "2019-06-30", "2019-05-05", new Activity.Awaiting(), "L03");

    // Then
    assertThat(on("2019-05-13", older, newer, JOB)).isInstanceOf(Passed.class);
  }

  @Test
  void another_chapter_is_outside_the_criteria() {
    assertThat(
            on(
                "2019-05-13",
                certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "P76"),
                JOB))
        .isEqualTo(new NotEligible(Reason.DIAGNOSIS_OUTSIDE_CRITERIA));
  }

  @ParameterizedTest
  @CsvSource({"ORDINARY,80,true", "MARITIME,100,true", "FREELANCE,100,false", "ORDINARY,0,false"})
  void only_contracted_hours_are_employment(EmploymentKind kind, int percentage, boolean employed) {
    // Given
    Screening screening =
        on(
            "2019-05-13",
            certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "L03"),
            job(kind, percentage));

    // Then
    assertThat(screening).isInstanceOf(employed ? Eligible.class : NotEligible.class);
  }

  @ParameterizedTest
  @CsvSource({"2001-05-13,true", "2001-05-14,false", "1951-05-14,true", "1951-05-13,false"})
  void age_is_counted_in_completed_years_on_the_day(LocalDate born, boolean inside) {
    // When
    Screening screening =
        new Screener(CRITERIA, LocalDate.of(2019, 5, 13))
            .screen(
                Optional.of(born),
                List.of(certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "L03"), JOB));

    // Then
    assertThat(screening).isInstanceOf(inside ? Eligible.class : NotEligible.class);
  }

  @Test
  void an_unknown_age_is_a_reason_of_its_own() {
    assertThat(
            new Screener(CRITERIA, LocalDate.of(2019, 5, 13))
                .screen(
                    Optional.empty(),
                    List.of(
                        certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "L03"), JOB)))
        .isEqualTo(new NotEligible(Reason.AGE_UNKNOWN));
  }

  @Test
  void criteria_that_are_left_out_exclude_nobody() {
    // Given
    Criteria none = Criteria.read(Samples.tree("{}"), new Faults());

    // Then
    assertThat(
            new Screener(none, LocalDate.of(2019, 4, 2))
                .screen(
                    Optional.empty(),
                    List.of(certificate("2019-04-01", "2019-06-30", "2019-04-01", FULL, "P76"))))
        .isInstanceOf(Eligible.class);
  }
}

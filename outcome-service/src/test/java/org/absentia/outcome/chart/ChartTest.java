package org.absentia.outcome.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.absentia.outcome.timeline.Period;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static final Chart OVERRULED = Charts.of("/chart/overruled.json");

  @Test
  void a_newer_certificate_overrules_an_older_one_only_where_it_speaks_and_payment_both() {
    assertThat(said(Register.SICK_LEAVE_CERTIFICATE))
        .containsExactly(
            "c-3 2020-01-06/2020-01-12 awaiting",
            "c-3 2020-01-13/2020-03-29 full",
            "c-2 2019-09-23/2019-10-20 (45 %)",
            "c-2 2019-10-21/2019-10-27 45 %",
            "c-2 2019-10-28/2019-11-03 (45 %)",
            "c-2 2019-11-04/2019-11-24 45 %",
            "c-2 2019-11-25/2019-12-22 2 treatment days a week",
            "c-2 2019-12-23/2019-12-31 travel subsidy",
            "c-1 2019-08-12/2019-10-13 full");
  }

  @Test
  void a_rejected_payment_never_decides_and_a_newer_one_hides_an_older() {
    assertThat(said(Register.SICK_PAY))
        .containsExactly(
            "p-2 2019-10-14/2019-10-17 leave",
            "p-2 2019-11-04/2019-11-10 (unknown)",
            "p-1 2019-08-12/2019-08-27 employer period 100 %",
            "p-1 2019-08-28/2019-09-22 paid 100 %",
            "p-1 2019-09-23/2019-09-29 vacation",
            "p-1 2019-09-30/2019-10-13 paid 45 %",
            "p-1 2019-10-14/2019-10-17 (paid 45 %)",
            "p-1 2019-10-18/2019-10-20 paid 45 %",
            "p-1 2019-10-21/2019-10-27 (rejected)",
            "p-1 2019-10-28/2019-11-03 worked");
  }

  @Test
  void a_pension_read_once_a_month_decides_from_the_next_month_on() {
    assertThat(said(Register.DISABILITY_PENSION))
        .containsExactly(
            "d-2 2020-06-01/2020-06-29 (40 %)",
            "d-2 2020-06-30/2020-08-30 40 %", "d-1 2019-05-31/2020-05-31 10 %");
  }

  @Test
  void every_employment_with_contracted_hours_decides_and_own_work_does_not() {
    assertThat(said(Register.EMPLOYMENT))
        .containsExactly(
            "e-own 2019-07-01/2020-08-30 (10 %)",
            "e-bar 2019-05-31/2020-08-30 30 %", "e-shop 2019-05-31/2020-01-14 60 %");
  }

  @Test
  void what_decides_stands_above_what_it_overrules_and_nothing_overlaps_in_a_row() {
    // When
    List<List<Statement>> rows = lane(Register.SICK_LEAVE_CERTIFICATE).rows();

    // Then
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).extracting(Statement::recordId).containsExactly("c-2");
    assertThat(rows.get(1)).noneMatch(Statement::decisive);
    for (List<Statement> row : rows) {
      for (Statement one : row) {
        assertThat(row)
            .filteredOn(other -> !other.equals(one))
            .noneMatch(other -> other.days().overlaps(one.days()));
      }
    }
  }

  @Test
  void a_register_that_the_definition_does_not_ask_never_decides() {
    // Given
    Chart chart =
        Charts.ofRequest(
            """
            {"definition":"mi-nav","indexDate":"2019-05-20","records":[
             {"type":"WORK_ASSESSMENT_ALLOWANCE","recordId":"a-1","version":1,"status":"ACTIVE",
              "issuedAt":"2019-04-01T08:00:00Z",
              "periods":[{"from":"2019-04-01","to":null,"workedPercentage":40}]}]}
            """);

    // When
    Lane allowance = chart.lanes().get(Register.WORK_ASSESSMENT_ALLOWANCE.ordinal());

    // Then
    assertThat(allowance.asked()).isFalse();
    assertThat(allowance.statements())
        .extracting(Statement::days, Statement::decisive)
        .containsExactly(
            tuple(Period.of(LocalDate.parse("2019-04-01"), LocalDate.parse("2019-11-19")), false));
  }

  @Test
  void marks_are_the_index_date_months_window_ends_and_return_to_work() {
    // When
    Chart chart = Charts.of("/evaluation/request.json");

    // Then
    assertThat(chart.marks())
        .extracting(Mark::kind, mark -> mark.date().toString(), Mark::label)
        .containsExactly(
            tuple(Mark.Kind.INDEX_DATE, "2019-05-20", "index date"),
            tuple(Mark.Kind.FOLLOW_UP_MONTH, "2019-06-20", "month 2"),
            tuple(Mark.Kind.FOLLOW_UP_MONTH, "2019-07-20", "month 3"),
            tuple(Mark.Kind.FOLLOW_UP_MONTH, "2019-08-20", "month 4"),
            tuple(
                Mark.Kind.RETURN_TO_WORK,
                "2019-08-31",
                "back at work on day 103, P28D free in P6M"),
            tuple(Mark.Kind.FOLLOW_UP_MONTH, "2019-09-20", "month 5"),
            tuple(Mark.Kind.FOLLOW_UP_MONTH, "2019-10-20", "month 6"),
            tuple(Mark.Kind.WINDOW_END, "2019-11-19", "end of P6M"));
  }

  @Test
  void return_in_a_month_is_marked_on_its_first_day_and_censoring_on_the_last_day_of_follow_up() {
    // Given
    Chart returned =
        Charts.ofRequest(
            """
            {"definition":"i-more","indexDate":"2019-05-31","records":[
             {"type":"SICK_LEAVE_CERTIFICATE","recordId":"c-1","version":1,"status":"ACTIVE",
              "issuedAt":"2019-04-01T08:00:00Z",
              "periods":[{"from":"2019-05-01","to":"2019-07-10","kind":"FULL"}]}]}
            """);

    // When / Then
    assertThat(returned.marks())
        .filteredOn(mark -> mark.kind() == Mark.Kind.RETURN_TO_WORK)
        .extracting(mark -> mark.date().toString(), Mark::label)
        .contains(tuple("2019-07-31", "back at work in month 3, P1M free in P12M"));
    assertThat(OVERRULED.marks())
        .filteredOn(mark -> mark.kind() == Mark.Kind.CENSORED)
        .extracting(mark -> mark.date().toString())
        .containsOnly("2020-08-30")
        .hasSize(3);
  }

  @Test
  void days_are_counted_within_the_longest_window_only_and_registers_shown_beyond_it() {
    // When
    Chart chart = Charts.of("/evaluation/request.json", "2019-01-01", "2020-12-31");

    // Then
    assertThat(chart.days()).hasSize(184);
    assertThat(chart.days().getFirst().date()).isEqualTo("2019-05-20");
    assertThat(chart.days().getLast().date()).isEqualTo("2019-11-19");
    assertThat(chart.lanes().get(Register.EMPLOYMENT.ordinal()).statements())
        .extracting(Statement::days)
        .containsExactly(chart.shown());
  }

  @Test
  void stretches_tell_what_each_workday_lost_and_who_decided() {
    assertThat(Charts.of("/evaluation/request.json").stretches())
        .extracting(Stretch::summary)
        .containsExactly(
            "2019-05-20 to 2019-06-16: 20 workdays, 0.8 lost on each;"
                + " contract 0.8 by e-1; sick leave 0.8 by c-1; pension increase 0 by d-1",
            "2019-06-17 to 2019-09-01: 55 workdays, 0.48 lost on each;"
                + " contract 0.8 by e-1; sick leave 0.48 by c-2; pension increase 0 by d-1",
            "2019-09-02 to 2019-11-19: 57 workdays, 0 lost on each;"
                + " contract 0.8 by e-1; pension increase 0 by d-1");
  }

  private static Lane lane(Register register) {
    return OVERRULED.lanes().get(register.ordinal());
  }

  /** Each statement of a register; what does not decide in brackets. */
  private static List<String> said(Register register) {
    return lane(register).statements().stream()
        .map(
            said ->
                "%s %s/%s %s"
                    .formatted(
                        said.recordId(),
                        Period.date(said.days().from()),
                        Period.date(said.days().to()),
                        said.decisive() ? said.label() : "(" + said.label() + ")"))
        .toList();
  }
}

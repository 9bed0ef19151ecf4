package org.absentia.outcome.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.absentia.outcome.Seeds;
import org.absentia.outcome.timeline.Period;
import org.junit.jupiter.api.Test;

class WorkdaysTest {
  @Test
  void easter_falls_where_the_almanac_says() {
    // almanakk.no: Easter Sundays
    assertThat(PublicHolidays.easterSunday(2019)).isEqualTo(LocalDate.of(2019, 4, 21));
    assertThat(PublicHolidays.easterSunday(2020)).isEqualTo(LocalDate.of(2020, 4, 12));
    assertThat(PublicHolidays.easterSunday(2008)).isEqualTo(LocalDate.of(2008, 3, 23));
    assertThat(PublicHolidays.easterSunday(2038)).isEqualTo(LocalDate.of(2038, 4, 25));
  }

  @Test
  void the_public_holidays_of_2020_on_weekdays_are_no_workdays() {
    assertThat(
            IntStream.rangeClosed(
                    Period.day(LocalDate.of(2020, 1, 1)), Period.day(LocalDate.of(2020, 12, 31)))
                .filter(Workdays.MON_FRI::isWorkday)
                .filter(day -> !Workdays.MON_FRI_EXCEPT_HOLIDAYS.isWorkday(day))
                .mapToObj(day -> Period.date(day).toString()))
        .containsExactly(
            "2020-01-01",
            "2020-04-09",
            "2020-04-10",
            "2020-04-13",
            "2020-05-01",
            "2020-05-21",
            "2020-06-01",
            "2020-12-25");
  }

  @Test
  void counting_agrees_with_looking_at_each_day() {
    Seeds.forSeeds(
        200,
        random -> {
          int from = random.nextInt(-30_000, 40_000);
          Period period = new Period(from, from + random.nextInt(1_500));
          for (Workdays workdays : Workdays.values()) {
            assertThat(workdays.count(period))
                .isEqualTo(
                    IntStream.rangeClosed(period.from(), period.to())
                        .filter(workdays::isWorkday)
                        .count());
          }
        });
  }

  @Test
  void the_next_workday_of_a_workday_is_itself() {
    int friday = Period.day(LocalDate.of(2019, 4, 26));
    assertThat(Workdays.MON_FRI.onOrAfter(friday)).isEqualTo(friday);
    assertThat(Workdays.MON_FRI.onOrAfter(friday + 1)).isEqualTo(friday + 3);
    int maundyThursday = Period.day(LocalDate.of(2019, 4, 18));
    assertThat(Workdays.MON_FRI_EXCEPT_HOLIDAYS.onOrAfter(maundyThursday))
        .isEqualTo(Period.day(LocalDate.of(2019, 4, 23)));
  }
}

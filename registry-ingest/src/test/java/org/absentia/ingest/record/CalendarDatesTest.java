package org.absentia.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarDatesTest {
  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2199-12-31"})
  void a_date_of_three_centuries_is_read(String text) {
    assertThat(CalendarDates.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "+19999-01-01"})
  void a_date_outside_them_is_none(String text) {
    assertThatThrownBy(() -> CalendarDates.parse(text)).isInstanceOf(DateTimeException.class);
  }
}

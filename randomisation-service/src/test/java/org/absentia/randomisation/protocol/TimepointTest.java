package org.absentia.randomisation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.files.InstrumentFiles;
import org.absentia.randomisation.files.ProtocolFiles;
import org.absentia.randomisation.protocol.Timepoint.Anchor;
import org.absentia.randomisation.protocol.Window.Phase;
import org.junit.jupiter.api.Test;

class TimepointTest {
  private final ProtocolReader reader = new ProtocolReader(InstrumentFiles.read());

  @Test
  void a_window_is_placed_by_its_edges() {
    // When
    Window window = after("P3M").window(day("2019-04-10"));

    // Then: 10 July, from 14 days before to 28 days after
    assertThat(window)
        .isEqualTo(new Window(day("2019-06-26"), day("2019-07-10"), day("2019-08-07")));
    assertThat(window.phase(day("2019-06-25"))).isEqualTo(Phase.EARLY);
    assertThat(window.phase(day("2019-06-26"))).isEqualTo(Phase.DUE);
    assertThat(window.phase(day("2019-07-10"))).isEqualTo(Phase.DUE);
    assertThat(window.phase(day("2019-07-11"))).isEqualTo(Phase.OVERDUE);
    assertThat(window.phase(day("2019-08-07"))).isEqualTo(Phase.OVERDUE);
    assertThat(window.phase(day("2019-08-08"))).isEqualTo(Phase.MISSED);
  }

  @Test
  void a_month_that_is_too_short_ends_on_its_last_day() {
    assertThat(after("P3M").window(day("2019-11-30")).dueOn()).isEqualTo("2020-02-29");
    assertThat(after("P3M").window(day("2018-11-30")).dueOn()).isEqualTo("2019-02-28");
    assertThat(after("P6M").window(day("2019-08-31")).dueOn()).isEqualTo("2020-02-29");
    assertThat(after("P3M").window(day("2019-03-31")).dueOn()).isEqualTo("2019-06-30");
  }

  @Test
  void a_year_from_a_leap_day_ends_in_february() {
    // When
    Window window = after("P12M").window(day("2020-02-29"));

    // Then
    assertThat(window)
        .isEqualTo(new Window(day("2021-02-14"), day("2021-02-28"), day("2021-03-28")));
    assertThat(after("P4Y").window(day("2020-02-29")).dueOn()).isEqualTo("2024-02-29");
    // over a leap day: 14 days before 10 March 2020 is 25 February
    assertThat(after("P3M").window(day("2019-12-10")).opensOn()).isEqualTo("2020-02-25");
  }

  @Test
  void i_more_asks_at_the_six_timepoints_of_the_paper() {
    // When
    Protocol protocol = reader.read(ProtocolFiles.find("i-more").orElseThrow());

    // Then
    assertThat(protocol.timepoints())
        .extracting(Timepoint::name)
        .containsExactly("BASELINE", "START", "END", "M3", "M6", "M12");
    // quality of life at the start, 3, 6 and 12 months (Table 3)
    assertThat(protocol.timepoints())
        .filteredOn(timepoint -> timepoint.instruments().contains("15d"))
        .extracting(Timepoint::name)
        .containsExactly("START", "M3", "M6", "M12");
    assertThat(protocol.timepoint("END").orElseThrow().anchor()).isEqualTo(Anchor.PROGRAMME_END);
  }

  @Test
  void mi_nav_asks_at_baseline_with_six_answers_for_health_literacy() {
    // When
    Protocol protocol = reader.read(ProtocolFiles.find("mi-nav").orElseThrow());

    // Then
    assertThat(protocol.timepoints()).extracting(Timepoint::name).containsExactly("BASELINE");
    assertThat(protocol.instrument("hls-q12").orElseThrow().items().getFirst().maximum())
        .isEqualTo(6);
  }

  @Test
  void a_protocol_without_timepoints_asks_all_at_baseline() {
    // Given
    ObjectNode document = ProtocolFiles.find("i-more").orElseThrow().deepCopy();
    document.remove("timepoints");

    // When
    Protocol protocol = reader.read(document);

    // Then
    assertThat(protocol.timepoints()).hasSize(1);
    assertThat(protocol.asked(protocol.baselineTimepoint())).hasSize(5);
  }

  @Test
  void every_fault_of_a_timepoint_is_named() {
    // Given
    ObjectNode document = ProtocolFiles.find("i-more").orElseThrow().deepCopy();
    document.set(
        "timepoints",
        JsonReader.parse(
            """
            [{"name":"BASELINE","after":"P0D","anchor":"PROGRAMME_END","instruments":["shc"]},
             {"name":"m3","after":"3 months","anchor":"INCLUSION","instruments":["sf-36"]},
             {"name":"M6","after":"P6M","anchor":"NEVER","opensDaysBefore":-1,"instruments":["shc","shc"]},
             {"name":"M6","after":"P6M","anchor":"INCLUSION","closesDaysAfter":367,"instruments":[],"x":1}]
            """
                .getBytes(StandardCharsets.UTF_8)));

    // When
    Problem problem = catchThrowableOfType(Problem.class, () -> reader.read(document));

    // Then: HADS are variables of the baseline, but not asked there any more
    assertThat(problem.faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/timepoints/0/anchor",
            "/timepoints/1/name",
            "/timepoints/1/after",
            "/timepoints/1/instruments",
            "/timepoints/2/anchor",
            "/timepoints/2/opensDaysBefore",
            "/timepoints/2/instruments",
            "/timepoints/3/name",
            "/timepoints/3/closesDaysAfter",
            "/timepoints/3/instruments",
            "/timepoints/3/x",
            "/baseline/8/instrument",
            "/baseline/9/instrument");
  }

  @Test
  void a_response_width_is_one_that_the_instrument_has() {
    // Given
    ObjectNode document = ProtocolFiles.find("mi-nav").orElseThrow().deepCopy();
    ((ObjectNode) document.at("/instruments/3")).put("responseWidth", 10);
    ((ObjectNode) document.at("/instruments/0")).put("responseWidth", 4);

    // When
    Problem problem = catchThrowableOfType(Problem.class, () -> reader.read(document));

    // Then
    assertThat(problem.faults())
        .extracting(Fault::pointer)
        .containsExactly("/instruments/0/responseWidth", "/instruments/3/responseWidth");
  }

  private static Timepoint after(String period) {
    return new Timepoint(
        "M", Anchor.INCLUSION, Period.parse(period), 14, 28, List.of("hads-anxiety"));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}

package org.absentia.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
  private enum Kind {
    FULL,
    GRADED
  }

  @Test
  void every_fault_of_a_document_is_named_by_its_pointer() {
    // Given
    Faults faults = new Faults();
    JsonReader in =
        read(
            "{\"periods\":[{\"from\":\"2019-02-30\",\"kind\":\"HALF\"},7],\"issuedAt\":5}", faults);

    // When
    for (JsonReader period : in.objects("periods")) {
      period.requiredDate("from");
      period.requiredChoice("kind", Kind.class);
    }
    in.requiredInstant("issuedAt");
    in.requiredText("recordId");

    // Then
    assertThat(faults.list())
        .extracting(Fault::pointer)
        .containsExactly(
            "/periods/1", "/periods/0/from", "/periods/0/kind", "/issuedAt", "/recordId");
  }

  @Test
  void a_fault_never_repeats_the_value_that_was_sent() {
    // Given
    Faults faults = new Faults();

    // When
    read("{\"from\":\"secret\"}", faults).requiredDate("from");

    // Then
    assertThat(faults.list())
        .singleElement()
        .extracting(Fault::detail)
        .asString()
        .doesNotContain("secret");
  }

  @Test
  void null_counts_as_absent() {
    // Given
    Faults faults = new Faults();
    JsonReader in = read("{\"to\":null,\"from\":\"2019-04-01\"}", faults);

    // Then
    assertThat(in.date("to")).isEmpty();
    assertThat(in.requiredDate("from")).isEqualTo(LocalDate.of(2019, 4, 1));
    assertThat(faults.any()).isFalse();
  }

  @Test
  void malformed_json_is_refused_with_its_line_and_column() {
    assertThatThrownBy(() -> JsonReader.parse("{\"a\":1,\n\"b\":}".getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.faults().getFirst().detail()).contains("line 2"));
  }

  @Test
  void a_number_that_would_burn_the_machine_is_refused_where_it_stands() {
    for (String bomb : new String[] {"1e-2000000000", "1e2000000000", "0." + "1".repeat(120)}) {
      assertThatThrownBy(() -> JsonReader.parse(("{\"a\":[1," + bomb + "]}").getBytes(UTF_8)))
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.faults()).extracting(Fault::pointer).containsExactly("/a/1"));
    }
  }

  @Test
  void a_number_is_the_same_with_an_exponent_and_written_out() {
    assertThat(JsonReader.parse("[1e300]".getBytes(UTF_8)).get(0).decimalValue())
        .isEqualByComparingTo(
            JsonReader.parse(("[1" + "0".repeat(300) + "]").getBytes(UTF_8)).get(0).decimalValue());
  }

  @Test
  void an_exponent_beyond_all_numbers_is_a_fault_too() {
    assertThatThrownBy(() -> JsonReader.parse("{\"a\":1e99999999999}".getBytes(UTF_8)))
        .isInstanceOf(Problem.class);
  }

  @Test
  void a_date_beyond_two_centuries_is_a_fault() {
    // Given
    Faults faults = new Faults();

    // When
    read("{\"from\":\"+999999999-01-01\",\"to\":\"1899-12-31\"}", faults).requiredDate("from");
    read("{\"from\":\"+999999999-01-01\",\"to\":\"1899-12-31\"}", faults).requiredDate("to");

    // Then
    assertThat(faults.list()).extracting(Fault::pointer).containsExactly("/from", "/to");
  }

  @Test
  void a_member_named_twice_or_text_behind_the_document_is_refused() {
    assertThatThrownBy(() -> JsonReader.parse("{\"a\":1,\"a\":2}".getBytes(UTF_8)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> JsonReader.parse("{} {}".getBytes(UTF_8))).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> JsonReader.parse(new byte[0])).isInstanceOf(Problem.class);
  }

  private static JsonReader read(String json, Faults faults) {
    return JsonReader.of(JsonReader.parse(json.getBytes(UTF_8)), faults);
  }
}

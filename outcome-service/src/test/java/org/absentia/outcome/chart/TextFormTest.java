package org.absentia.outcome.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFormTest {
  private static final String WORKED_EXAMPLE = "/evaluation/request.json";

  @Test
  void the_worked_example_of_the_contract_reads_as_follows() throws IOException {
    assertText(Charts.of(WORKED_EXAMPLE), "worked-example.txt");
  }

  @Test
  void a_person_with_two_jobs_and_records_that_overrule_each_other_reads_as_follows()
      throws IOException {
    assertText(Charts.of("/chart/overruled.json"), "overruled.txt");
  }

  @Test
  void a_person_without_records_is_at_work_on_every_workday() throws IOException {
    assertText(Charts.of("/chart/at-work.json"), "at-work.txt");
  }

  @Test
  void the_example_in_the_readme_is_what_the_service_writes() throws IOException {
    // Given
    Chart chart = Charts.of(WORKED_EXAMPLE, "2019-05-06", "2019-09-15");

    // When
    String text = TextForm.of("0198c0de-0000-7000-8000-000000000001", chart);

    // Then
    assertThat(Files.readString(Path.of("README.md"))).contains("```text\n" + text + "```\n");
  }

  @Test
  void no_line_is_longer_than_a_hundred_columns_whatever_the_stretch_shown() {
    for (String to : List.of("2019-09-01", "2020-01-31", "2029-08-30")) {
      Chart chart = Charts.of("/chart/overruled.json", "2019-08-31", to);
      assertThat(TextForm.of("0198c0de-0000-7000-8000-000000000001", chart).lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }
  }

  private static void assertText(Chart chart, String expected) throws IOException {
    String text = TextForm.of("0198c0de-0000-7000-8000-000000000001", chart);
    if (Boolean.getBoolean("chart.update")) {
      Files.writeString(Path.of("src/test/resources/chart/" + expected), text);
    }
    assertThat(text).isEqualTo(Charts.text("/chart/" + expected));
  }

  @Test
  void an_id_forges_no_line_and_does_not_speak_to_the_terminal() {
    // Given
    String id = "c-1\\n2019-05-20 to 2019-11-19: 0 lost\\u001b[31m\\u202e";
    String request = Charts.text(WORKED_EXAMPLE).replace("\"c-1\"", "\"" + id + "\"");

    // When
    String text = TextForm.of("0198c0de-0000-7000-8000-000000000001", Charts.ofRequest(request));

    // Then
    assertThat(text).contains("c-1\uFFFD2019-05-20 to");
    assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
  }
}

package org.absentia.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void a_comma_inside_quotation_marks_does_not_part_cells() {
    // When
    List<String> cells = Csv.cells("\"Graded, yes\",\"5 \"\"all\"\"\",,7");

    // Then
    assertThat(cells).containsExactly("Graded, yes", "5 \"all\"", "", "7");
  }

  @Test
  void columns_are_aligned_and_rows_chosen_by_their_first_cell() {
    // Given
    String csv = "row,n,mean\nITT,171,66.2\nHigh-risk group,36,7\nother,1,1\n";

    // When
    List<String> lines = Csv.columns(csv, label -> !label.equals("other"));

    // Then
    assertThat(lines)
        .containsExactly(
            "row                n  mean",
            "ITT              171  66.2",
            "High-risk group   36     7");
  }
}

package org.absentia.randomisation.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.ImportedList;
import org.junit.jupiter.api.Test;

/**
 * The columns are those that REDCap checks an uploaded table for: {@code
 * redcap_randomization_group} or the name of the randomisation field, an optional {@code
 * redcap_randomization_number}, and the fields that stratify; raw codes in each cell.
 */
class RedcapTableTest {
  private static final Design DESIGN =
      new Design(
          "t",
          "v1",
          List.of("UC", "UC+MI"),
          List.of("LOW/F", "LOW/M", "HIGH/F", "HIGH/M"),
          OptionalInt.of(3),
          new ImportedList());
  private static final RedcapCoding CODING =
      RedcapCoding.of(DESIGN, Optional.of("arm"), List.of("risk", "sex"));

  @Test
  void lines_become_slots_of_their_stratum_in_the_order_of_the_file() {
    // When
    RedcapTable.Read read =
        RedcapTable.read(
            "redcap_randomization_number,redcap_randomization_group,risk,sex\n,2,1,1\n,1,2,2\n7,1,1,1\n",
            CODING);

    // Then
    assertThat(read.faults()).isEmpty();
    assertThat(read.rows())
        .containsExactly(
            new RedcapTable.Slot("LOW/F", 0, "UC+MI"),
            new RedcapTable.Slot("HIGH/M", 0, "UC"),
            new RedcapTable.Slot("LOW/F", 1, "UC"));
  }

  @Test
  void the_randomisation_field_may_go_by_its_own_name_and_columns_stand_in_any_order() {
    assertThat(RedcapTable.read("\uFEFFsex,risk,arm,\r\n\"2\",1,1,\r\n,,,\r\n", CODING).rows())
        .containsExactly(new RedcapTable.Slot("LOW/M", 0, "UC"));
  }

  @Test
  void what_was_written_is_read_back() {
    // Given
    List<RedcapTable.Slot> rows =
        List.of(
            new RedcapTable.Slot("LOW/F", 0, "UC"),
            new RedcapTable.Slot("LOW/F", 1, "UC+MI"),
            new RedcapTable.Slot("HIGH/M", 0, "UC+MI"));
    RedcapCoding plain = RedcapCoding.of(DESIGN, Optional.empty(), List.of());

    // When
    String old = RedcapTable.write(rows, CODING);
    String current = RedcapTable.write(rows, plain);

    // Then
    assertThat(old).isEqualTo("arm,risk,sex\n1,1,1\n2,1,1\n2,2,2\n");
    assertThat(current)
        .startsWith(
            "redcap_randomization_number,redcap_randomization_group,stratum1,stratum2\n0,1,1,1\n");
    assertThat(RedcapTable.read(old, CODING).rows()).isEqualTo(rows);
    assertThat(RedcapTable.read(current, plain).rows()).isEqualTo(rows);
  }

  @Test
  void a_design_without_strata_has_no_column_for_them() {
    // Given
    Design design =
        new Design(
            "t", "v1", List.of("A", "B"), List.of("ALL"), OptionalInt.of(3), new ImportedList());
    RedcapCoding coding = RedcapCoding.of(design, Optional.empty(), List.of());

    // When, Then
    assertThat(RedcapTable.read("redcap_randomization_group\n2\n1\n", coding).rows())
        .containsExactly(new RedcapTable.Slot("ALL", 0, "B"), new RedcapTable.Slot("ALL", 1, "A"));
  }

  @Test
  void codes_of_the_project_may_be_any_texts() {
    // Given
    RedcapCoding coding =
        new RedcapCoding(
            Optional.empty(),
            Map.of("c", "UC", "mi", "UC+MI"),
            List.of("risk"),
            List.of(Map.of("0", "LOW", "1", "HIGH")),
            List.of("LOW", "HIGH"));

    // When, Then
    assertThat(RedcapTable.read("redcap_randomization_group,risk\nmi,1\n", coding).rows())
        .containsExactly(new RedcapTable.Slot("HIGH", 0, "UC+MI"));
  }

  @Test
  void each_fault_has_its_line_and_column_and_repeats_no_cell() {
    // When
    RedcapTable.Read read =
        RedcapTable.read("arm,risk,sex\n1,1,1\n3,1,1\n\n1,,9\n1,1,1,UC\n2,2\n", CODING);

    // Then
    assertThat(read.rows()).isEmpty();
    assertThat(read.faults())
        .containsExactly(
            new RedcapTable.CellFault(3, 1, "a code that the field does not have"),
            new RedcapTable.CellFault(5, 2, "the cell is empty"),
            new RedcapTable.CellFault(5, 3, "a code that the field does not have"),
            new RedcapTable.CellFault(6, 4, "a cell beyond the header"),
            new RedcapTable.CellFault(7, 3, "the cell is empty"));
  }

  @Test
  void a_header_that_does_not_fit_names_every_column_at_fault() {
    assertThat(RedcapTable.read("arm,redcap_randomization_group,age\n1,1,1\n", CODING).faults())
        .containsExactly(
            new RedcapTable.CellFault(1, 2, "a column named twice"),
            new RedcapTable.CellFault(1, 3, "a column that the design does not have"),
            new RedcapTable.CellFault(1, 0, "the column risk is missing"),
            new RedcapTable.CellFault(1, 0, "the column sex is missing"));
    assertThat(RedcapTable.read("", CODING).faults()).hasSize(1);
    assertThat(RedcapTable.read("arm,risk,sex\n", CODING).faults()).hasSize(1);
  }

  @Test
  void a_stratum_that_the_design_does_not_cross_is_a_fault_of_the_line() {
    // Given: no men at low risk
    Design design =
        new Design(
            "t",
            "v1",
            List.of("A", "B"),
            List.of("LOW/F", "HIGH/F", "HIGH/M"),
            OptionalInt.of(3),
            new ImportedList());
    RedcapCoding coding = RedcapCoding.of(design, Optional.of("arm"), List.of("risk", "sex"));

    // When, Then
    assertThat(RedcapTable.read("arm,risk,sex\n1,1,2\n", coding).faults())
        .containsExactly(
            new RedcapTable.CellFault(2, 0, "a stratum that the design does not have"));
  }

  @Test
  void a_cell_that_spans_lines_moves_the_numbers_of_those_below() {
    assertThat(RedcapTable.read("arm,risk,sex\n\"1\n\",1,1\n9,1,1\n", CODING).faults())
        .containsExactly(new RedcapTable.CellFault(4, 1, "a code that the field does not have"));
  }
}

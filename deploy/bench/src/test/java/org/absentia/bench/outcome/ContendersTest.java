package org.absentia.bench.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.absentia.outcome.record.RecordVersion.Status;
import org.absentia.outcome.record.RegistryRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class ContendersTest {
  private static final List<Person> PERSONS = SyntheticRegister.of(7, 1_500);

  @Test
  void the_same_seed_makes_the_same_records() {
    assertThat(SyntheticRegister.of(7, 100)).isEqualTo(SyntheticRegister.of(7, 100));
    assertThat(SyntheticRegister.of(7, 100)).isNotEqualTo(SyntheticRegister.of(8, 100));
  }

  @Test
  void a_smaller_register_holds_the_first_persons_of_a_larger_one() {
    assertThat(SyntheticRegister.of(7, 100)).isEqualTo(PERSONS.subList(0, 100));
  }

  @Test
  void the_records_hold_what_makes_a_derivation_hard() {
    // When
    List<RegistryRecord> versions = PERSONS.stream().flatMap(p -> p.versions().stream()).toList();

    // Then
    assertThat(versions.stream().map(RecordColumns::register).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(RecordColumns.Register.values());
    assertThat(versions).anyMatch(version -> version.version().status() == Status.CANCELLED);
    assertThat(versions).anyMatch(version -> version.version().number() == 2);
  }

  @Test
  void the_loop_over_arrays_agrees_with_the_derivation_in_every_value() {
    assertThatCode(() -> new Loop(PERSONS).mustAgree(PERSONS)).doesNotThrowAnyException();
  }

  @Test
  void duckdb_agrees_with_the_derivation_about_everyone() throws SQLException {
    try (DuckDb database = DuckDb.with(PERSONS)) {
      assertThatCode(
              () -> Kernel.lostWorkdays(PERSONS).mustAgreeWith(database.lostWorkdays(), "DuckDB"))
          .doesNotThrowAnyException();
    }
  }

  @Test
  @EnabledIf("org.absentia.bench.outcome.DataTable#isInstalled")
  void r_agrees_with_the_derivation_about_everyone() {
    DataTable.Answer answer = DataTable.run(PERSONS, 1);
    assertThatCode(() -> Kernel.lostWorkdays(PERSONS).mustAgreeWith(answer.lost(), "R"))
        .doesNotThrowAnyException();
  }

  @Test
  void a_disagreement_names_the_person_and_both_values() {
    // Given
    LostWorkdays derived = new LostWorkdays(2);
    LostWorkdays other = new LostWorkdays(2);
    other.set(1, 0, 5);

    // When / Then
    assertThatThrownBy(() -> derived.mustAgreeWith(other, "DuckDB"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("DuckDB disagrees about person 1: P6M 0, not 0; P12M 5, not 0 (in 10^-8 days)");
  }
}

package org.absentia.analysis.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.absentia.analysis.LockedTrial;
import org.absentia.analysis.dataset.Row;
import org.absentia.analysis.dataset.RowOutcome;
import org.absentia.analysis.dataset.Value;
import org.absentia.analysis.plan.AnalysisPlan;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

  private final CanonicalJson canonical = new CanonicalJson();

  @Test
  void a_row_has_one_text_and_reads_back() {
    // Given
    Row row =
        new Row(
            new UUID(1, 2),
            Optional.of("A"),
            Optional.of("HIGH"),
            Optional.of(2),
            true,
            false,
            Optional.of(new RowOutcome(42.4, 132, Optional.empty())),
            new TreeMap<>(Map.of("smoker", new Value.Text("no"), "age", new Value.Number(49))));

    // When
    String text = canonical.write(row);

    // Then
    assertThat(text)
        .isEqualTo(
            "{\"baseline\":{\"age\":49,\"smoker\":\"no\"},\"epoch\":2,\"label\":\"A\",\"outcome\":{\"lostWorkdays\":42.4,"
                + "\"workdays\":132,\"workedShareAfterOneWeek\":null},\"pilot\":true,"
                + "\"row\":\"00000000-0000-0001-0000-000000000002\",\"stratum\":\"HIGH\",\"withdrawn\":false}");
    assertThat(canonical.read(text, Row.class)).isEqualTo(row);
  }

  @Test
  void the_order_in_which_members_were_put_does_not_show() {
    // Given
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("b", 1);
    one.put("a", 0.1 + 0.2);
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("a", 0.3);
    other.put("b", 1);

    // Then
    assertThat(canonical.write(one))
        .isEqualTo(canonical.write(other))
        .isEqualTo("{\"a\":0.3,\"b\":1}");
  }

  @Test
  void numbers_of_any_size_keep_twelve_digits() {
    assertThat(CanonicalJson.text(1e-80)).isEqualTo("1E-80");
    assertThat(CanonicalJson.text(123456789012345.0)).isEqualTo("123456789012000");
    assertThat(CanonicalJson.text(-0.0)).isEqualTo("0");
    assertThat(CanonicalJson.text(100)).isEqualTo("100");
  }

  @Test
  void faults_of_a_plan_are_all_named() throws IOException {
    // Given
    Faults faults = new Faults();
    String protocol =
        """
        {"trial":"x","title":"y","analysis":{"resamples":0},
         "baseline":[{"name":"a","summary":"MODE"},{"name":"b","summary":"PERCENT","levels":[]}]}
        """;

    // When
    PlanReader.read(JsonReader.of(new ObjectMapper().readTree(protocol), faults));

    // Then
    assertThat(faults.list())
        .extracting(fault -> fault.pointer())
        .containsExactlyInAnyOrder(
            "/recruitment",
            "/recruitment/to",
            "/analysis/window",
            "/analysis/resamples",
            "/baseline/0/summary",
            "/baseline/1/levels");
  }

  @Test
  void the_plan_of_mi_nav_has_its_strata_sensitivity_analyses_and_25_variables() {
    // When
    AnalysisPlan plan = LockedTrial.plan();

    // Then
    assertThat(plan.baseline()).hasSize(25);
    assertThat(plan.strata())
        .extracting(AnalysisPlan.Stratum::name)
        .containsExactly("LOW_MEDIUM", "HIGH");
    assertThat(plan.sensitivity()).containsExactly(AnalysisPlan.Sensitivity.values());
    assertThat(plan.resamples()).isEqualTo(10_000);
  }
}

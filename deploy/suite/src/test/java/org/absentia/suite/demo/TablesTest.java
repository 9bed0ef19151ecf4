package org.absentia.suite.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void table_1_shows_the_wanted_variables_with_what_is_missing() throws Exception {
    // Given
    JsonNode table =
        new ObjectMapper()
            .readTree(
                """
                {"columns":[{"label":"A","n":171},{"label":"B","n":172}],"characteristics":[
                 {"name":"age","label":"Age (years)","missing":0,"lines":[{"level":"","cells":[
                   {"n":171,"median":49,"firstQuartile":40,"thirdQuartile":55.5},
                   {"n":172,"median":50,"firstQuartile":43,"thirdQuartile":57}]}]},
                 {"name":"smoker","label":"Smokers","missing":0,"lines":[]},
                 {"name":"education","label":"Education","missing":3,"lines":[{"level":"High school","cells":[
                   {"count":92,"of":170,"percent":54.1},{"count":95,"of":170,"percent":55.9}]}]}]}
                """);

    // When
    List<String> rows = Tables.first(table, Set.of("age", "education"));

    // Then
    assertThat(rows.stream().map(row -> row.strip().replaceAll(" {2,}", " | ")))
        .containsExactly(
            "A (n = 171) | B (n = 172)",
            "Age (years) | 49 (40-56) | 50 (43-57)",
            "Education, 3 missing",
            "High school | 92 (54%) | 95 (56%)");
  }

  @Test
  void table_3_shows_every_population_and_the_comparisons_of_all() throws Exception {
    // Given
    JsonNode table =
        new ObjectMapper()
            .readTree(
                """
                {"populations":[{"label":"Intention to treat","groups":[
                  {"label":"A","n":170,"mean":55.585,"standardDeviation":37.34,"median":49.1,
                   "medianInterval":{"lower":41.36,"upper":58.75}}],
                  "comparisons":[{"label":"B","reference":"A","meanDifference":-2.71,
                   "meanDifferenceInterval":{"lower":-10.74,"upper":5.31},"tTestPValue":0.5066,"rankSumPValue":0.465}]}]}
                """);

    // When
    List<String> rows = Tables.third(table);

    // Then
    assertThat(rows.stream().map(row -> row.strip().replaceAll(" {2,}", " | ")))
        .containsExactly(
            "A",
            "Intention to treat | 170: 55.6 (37.3)",
            "49.1 (41.4-58.8)",
            "B against A: mean difference -2.7 (-10.7 to 5.3), t-test p = 0.507, rank-sum p = 0.465");
  }
}

package org.absentia.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.absentia.statistics.CsvTable;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.LevelOrder;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.survival.CoxRegression.Ties;
import org.absentia.statistics.table.ChiSquare;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Against R's survival, on data with many ties: src/test/resources/statistics/survival. */
class SurvivalAgainstRTest {
  private static final Path FOLDER = Path.of("src/test/resources/statistics/survival");
  private static final Percentage CLOSE = Percentage.withPercentage(1e-7);
  private static final CsvTable DATA = CsvTable.read(FOLDER.resolve("data.csv"));
  private static final CensoredTimes TIMES = new CensoredTimes(numbers("time"), numbers("event"));

  private static JsonNode expected(String part) throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile()).get(part);
  }

  private static Stream<JsonNode> each(String part) throws IOException {
    return StreamSupport.stream(expected(part).spliterator(), false);
  }

  private static Vector numbers(String column) {
    return Vector.of(
        IntStream.range(0, DATA.rows())
            .mapToDouble(row -> Double.parseDouble(DATA.text(column, row)))
            .toArray());
  }

  private static Factor factor(String column) {
    Column texts =
        new Column.Texts(
            IntStream.range(0, DATA.rows()).mapToObj(row -> DATA.text(column, row)).toList());
    Indexes all = Indexes.of(IntStream.range(0, DATA.rows()).toArray());
    return Factor.of(column, texts, new LevelOrder(Map.of(), Map.of()), all);
  }

  private static Design design() {
    Vector treated =
        Vector.of(Arrays.stream(factor("arm").codes().array()).asDoubleStream().toArray());
    return new Design(
        List.of(
            new Design.Part("arm[treated]", 0, treated),
            new Design.Part("age", 1, numbers("age")),
            new Design.Part("dose", 2, numbers("dose"))),
        DATA.rows());
  }

  private static Strata strata(boolean divided) {
    return Strata.of(divided ? List.of(factor("site")) : List.of(), DATA.rows());
  }

  private static CoxRegression.Fit fit(JsonNode model) {
    return new CoxRegression(
            Ties.valueOf(model.get("ties").asText()), model.get("robust").asBoolean(), 0.95)
        .fit(
            new CoxRegression.Data(
                design(),
                TIMES,
                strata(model.get("strata").asBoolean()),
                model.get("weighted").asBoolean() ? Optional.of(numbers("w")) : Optional.empty(),
                model.get("clustered").asBoolean()
                    ? Optional.of(
                        Indexes.of(
                            Arrays.stream(numbers("person").array())
                                .mapToInt(person -> (int) person)
                                .toArray()))
                    : Optional.empty()));
  }

  private static void assertClose(JsonNode expected, double... numbers) {
    List<Double> flat =
        expected.get(0).isArray()
            ? StreamSupport.stream(expected.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .map(JsonNode::asDouble)
                .toList()
            : StreamSupport.stream(expected.spliterator(), false).map(JsonNode::asDouble).toList();
    assertThat(numbers).hasSize(flat.size());
    for (int i = 0; i < numbers.length; i++) {
      assertThat(numbers[i]).isCloseTo(flat.get(i), CLOSE);
    }
  }

  private static void assertClose(JsonNode expected, double number) {
    assertThat(number).isCloseTo(expected.asDouble(), CLOSE);
  }

  @TestFactory
  Stream<DynamicTest> weights_robust_covariance_clusters_and_strata_are_those_of_coxph()
      throws IOException {
    return each("cox")
        .map(
            model ->
                DynamicTest.dynamicTest(
                    "%s weighted %s robust %s clustered %s strata %s"
                        .formatted(
                            model.get("ties"),
                            model.get("weighted"),
                            model.get("robust"),
                            model.get("clustered"),
                            model.get("strata")),
                    () -> {
                      // When
                      CoxRegression.Fit fit = fit(model);

                      // Then
                      assertThat(fit.converged()).isTrue();
                      assertClose(model.get("estimates"), fit.table().estimates());
                      assertClose(model.get("covariance"), fit.table().covariance().data);
                      assertClose(model.get("naive"), fit.naiveCovariance().data);
                      assertClose(model.get("logLikelihood"), fit.logLikelihood());
                      assertClose(model.get("nullLogLikelihood"), fit.nullLogLikelihood());
                      assertClose(model.get("score"), fit.score().statistic());
                      assertClose(model.get("wald"), fit.wald().statistic());
                      assertClose(model.get("concordance"), fit.concordance());
                      assertClose(
                          model.get("martingale"), CoxResiduals.of(fit).martingale().array());
                      assertClose(
                          model.get("cumulative"),
                          BaselineHazard.of(fit).stream()
                              .flatMapToDouble(h -> Arrays.stream(h.cumulativeHazard().array()))
                              .toArray());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> the_score_test_of_proportional_hazards_is_that_of_cox_zph()
      throws IOException {
    return each("zph")
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.get("time") + " strata " + test.get("strata"),
                    () -> {
                      // Given
                      CoxRegression.Fit fit =
                          new CoxRegression(Ties.EFRON, false, 0.95)
                              .fit(
                                  CoxRegression.Data.of(
                                      design(), TIMES, strata(test.get("strata").asBoolean())));

                      // When
                      ProportionalHazards.Terms terms =
                          ProportionalHazards.test(
                                  fit, TimeTransform.valueOf(test.get("time").asText()))
                              .scoreTest();

                      // Then
                      double[] found =
                          Stream.concat(
                                  terms.terms().stream().map(ProportionalHazards.Term::test),
                                  Stream.of(terms.global()))
                              .mapToDouble(ChiSquare::statistic)
                              .toArray();
                      assertClose(test.get("chiSquare"), found);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> restricted_means_up_to_tau_are_those_of_survfit() throws IOException {
    return each("means")
        .map(
            means ->
                DynamicTest.dynamicTest(
                    "tau " + means.get("tau"),
                    () -> {
                      // When
                      List<SurvivalCurve> curves =
                          new KaplanMeier(
                                  KaplanMeier.IntervalType.LOG_LOG,
                                  0.95,
                                  OptionalDouble.of(means.get("tau").asDouble()))
                              .estimate(TIMES, Optional.of(factor("site")));

                      // Then
                      assertClose(
                          means.get("value"),
                          curves.stream().mapToDouble(c -> c.restrictedMean().value()).toArray());
                      assertClose(
                          means.get("standardError"),
                          curves.stream()
                              .mapToDouble(c -> c.restrictedMean().standardError())
                              .toArray());
                    }));
  }

  @Test
  void the_stratified_log_rank_test_is_that_of_survdiff() throws IOException {
    // Given
    JsonNode expected = expected("logRank");

    // When
    LogRank.Result result =
        new LogRank(LogRank.Weights.LOG_RANK)
            .test(TIMES, factor("site"), Strata.of(List.of(factor("arm")), DATA.rows()));

    // Then
    assertClose(expected.get("chiSquare"), result.test().statistic());
    assertClose(
        expected.get("observed"),
        result.groups().stream().mapToDouble(LogRank.Group::observed).toArray());
    assertClose(
        expected.get("expected"),
        result.groups().stream().mapToDouble(LogRank.Group::expected).toArray());
  }
}

package org.absentia.suite.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Expected numbers: Tables 1 and 3 of the MI-NAV trial, doi 10.1136/oemed-2022-108637. */
class CalibrationTest {
  private static final int SEEDS = 20;
  private static final List<World> WORLDS =
      LongStream.rangeClosed(1, SEEDS)
          .mapToObj(seed -> World.of(seed, Scale.FULL, World.OFFICES))
          .toList();
  private static final Map<Arm, List<double[]>> LOST = new EnumMap<>(Arm.class);

  @BeforeAll
  static void countLostWorkdays() {
    for (World world : WORLDS) {
      Map<Arm, List<Double>> byArm = new EnumMap<>(Arm.class);
      Allotment.of(world)
          .forEach(
              (person, arm) ->
                  byArm
                      .computeIfAbsent(arm, a -> new ArrayList<>())
                      .add(world.lostWorkdays(person, arm)));
      byArm.forEach(
          (arm, lost) ->
              LOST.computeIfAbsent(arm, a -> new ArrayList<>())
                  .add(lost.stream().mapToDouble(d -> d).sorted().toArray()));
    }
  }

  @Test
  void over_twenty_seeds_each_arm_loses_as_many_workdays_as_published() {
    // Given
    Map<Arm, Double> publishedMeans =
        Map.of(
            Arm.USUAL_CARE, 66.0, Arm.MOTIVATIONAL_INTERVIEWING, 59.0, Arm.VOCATIONAL_ADVICE, 57.0);
    Map<Arm, Double> publishedMedians =
        Map.of(
            Arm.USUAL_CARE, 62.0, Arm.MOTIVATIONAL_INTERVIEWING, 56.0, Arm.VOCATIONAL_ADVICE, 49.0);

    for (Arm arm : Arm.values()) {
      // When
      double mean = averaged(arm, lost -> DoubleStream.of(lost).average().orElseThrow());
      double median = averaged(arm, CalibrationTest::median);

      // Then
      assertThat(mean).as("mean of " + arm).isCloseTo(publishedMeans.get(arm), within(3.0));
      assertThat(median).as("median of " + arm).isCloseTo(publishedMedians.get(arm), within(4.0));
    }
  }

  @Test
  void the_spread_is_as_wide_as_published() {
    // Given
    Map<Arm, Double> published =
        Map.of(
            Arm.USUAL_CARE, 41.0, Arm.MOTIVATIONAL_INTERVIEWING, 41.0, Arm.VOCATIONAL_ADVICE, 38.0);

    for (Arm arm : Arm.values()) {
      // When
      double deviation = averaged(arm, CalibrationTest::deviation);

      // Then
      assertThat(deviation).as("deviation of " + arm).isCloseTo(published.get(arm), within(3.0));
    }
  }

  @Test
  void a_few_lose_nothing_and_a_few_everything() {
    // Given
    double perTrial = 1.0 / SEEDS;

    // When
    double none = perTrial * count(0, 0);
    double all = perTrial * count(129, 132);

    // Then
    assertThat(none).isBetween(1.0, 6.0);
    assertThat(all).isBetween(8.0, 20.0);
  }

  @Test
  void the_sample_has_the_margins_of_table_1() {
    // Given
    List<Person> participants =
        WORLDS.stream()
            .flatMap(world -> world.persons().stream())
            .filter(person -> person.response() instanceof Response.Consented)
            .toList();

    // When
    double women = share(participants, p -> p.sex() == Sex.FEMALE);
    double highRisk = share(participants, p -> p.traits().highRisk());
    double keele = share(participants, p -> p.traits().keele() >= 9);
    double orebro = share(participants, p -> p.traits().orebro() >= 60);
    double fullTime = share(participants, p -> p.percentageOn(p.turningPoint()) == 100);

    // Then
    assertThat(women).isCloseTo(0.57, within(0.02));
    assertThat(highRisk).isCloseTo(0.21, within(0.02));
    assertThat(keele).isCloseTo(0.31, within(0.02));
    assertThat(orebro).isCloseTo(0.35, within(0.02));
    assertThat(fullTime).isCloseTo(0.66, within(0.02));
  }

  @Test
  void each_variable_is_missing_as_often_as_published() {
    // Given
    World world = WORLDS.getFirst();

    Missing.OF_514.forEach(
        (variable, published) -> {
          // When
          long missing =
              world.persons().stream()
                  .map(Person::response)
                  .filter(Response.Consented.class::isInstance)
                  .map(Response.Consented.class::cast)
                  .filter(consented -> !consented.questionnaire().answers().containsKey(variable))
                  .count();

          // Then
          assertThat(missing).as(variable).isEqualTo(published.longValue());
        });
  }

  @Test
  void items_add_up_to_the_scores_behind_them() {
    for (Person person : WORLDS.getFirst().persons()) {
      if (person.response() instanceof Response.Consented consented) {
        // Given
        List<Integer> keele =
            consented.questionnaire().items().getOrDefault("keele-start-msk", List.of());
        List<Integer> orebro =
            consented.questionnaire().items().getOrDefault("ompsq-sf", List.of());

        // When
        int pain = keele.getFirst();
        int painPoints = pain < 5 ? 0 : pain < 7 ? 1 : pain < 9 ? 2 : 3;
        int keeleScore = painPoints + keele.stream().skip(1).mapToInt(i -> i).sum();
        int orebroScore = 0;
        for (int item = 0; item < 10; item++) {
          boolean reversed = item == 2 || item == 3 || item == 7;
          orebroScore += reversed ? 10 - orebro.get(item) : orebro.get(item);
        }

        // Then
        assertThat(keeleScore).isEqualTo(person.traits().keele());
        assertThat(orebroScore).isEqualTo(person.traits().orebro());
        assertThat(keele).hasSize(10);
        assertThat(orebro).hasSize(10).allMatch(item -> item >= 0 && item <= 10);
      }
    }
  }

  private static double averaged(Arm arm, java.util.function.ToDoubleFunction<double[]> statistic) {
    return LOST.getOrDefault(arm, List.of()).stream()
        .mapToDouble(statistic)
        .average()
        .orElseThrow();
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  private static double deviation(double[] values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    return Math.sqrt(
        DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
  }

  private static long count(double from, double to) {
    return LOST.values().stream()
        .flatMap(List::stream)
        .flatMapToDouble(DoubleStream::of)
        .filter(lost -> lost >= from && lost <= to)
        .count();
  }

  private static double share(List<Person> persons, java.util.function.Predicate<Person> having) {
    return persons.stream().filter(having).count() / (double) persons.size();
  }
}

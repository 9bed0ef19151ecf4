package org.absentia.bench.validity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Factor;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Design.Part;
import org.absentia.statistics.random.Draws;

/**
 * Two arms of persons with four visits each: y = 10 + arm x visit + intercept and slope of the
 * person + error. Rows stand person by person.
 *
 * @param arms 0 or 1 of each person
 * @param outcomes of each person at each visit
 */
record Visits(Vector arms, List<Vector> outcomes) {
  static final int EACH = 4;

  /**
   * Draws persons.
   *
   * @param gain how much more the second arm gains with each visit
   * @param intercept standard deviation of the persons' intercepts
   * @param slope standard deviation of the persons' slopes
   */
  static Visits draw(int persons, double gain, double intercept, double slope, Draws draws) {
    double[] arms = new double[persons];
    List<Vector> outcomes = new ArrayList<>();
    for (int person = 0; person < persons; person++) {
      arms[person] = person % 2;
      double start = 10 + intercept * draws.normal();
      double growth = gain * arms[person] + slope * draws.normal();
      double[] y = new double[EACH];
      for (int visit = 0; visit < EACH; visit++) {
        y[visit] = start + growth * visit + draws.normal();
      }
      outcomes.add(Vector.of(y));
    }
    return new Visits(Vector.of(arms), outcomes);
  }

  int persons() {
    return outcomes.size();
  }

  int[] allRows() {
    return IntStream.range(0, persons() * EACH).toArray();
  }

  /**
   * The rows that are left when people drop out at random given what was seen: those whose last
   * value was low in the first arm, high in the second, stay away from the next visit on.
   *
   * @param strength by which the log odds of dropout change with the last value
   * @param logit the log odds of dropout where the last value is 10
   */
  int[] rowsUntilDropout(double strength, double logit, Draws draws) {
    IntStream.Builder rows = IntStream.builder();
    for (int person = 0; person < persons(); person++) {
      double direction = arms.at(person) == 0 ? -1 : 1;
      for (int visit = 0; visit < EACH; visit++) {
        rows.add(person * EACH + visit);
        double seen = outcomes.get(person).at(visit) - 10;
        if (draws.uniform() < Populations.logistic(direction * strength * seen + logit)) {
          break;
        }
      }
    }
    return rows.build().toArray();
  }

  Vector response(int... rows) {
    return Vector.of(
        IntStream.of(rows).mapToDouble(row -> outcomes.get(row / EACH).at(row % EACH)).toArray());
  }

  Factor people(int... rows) {
    return Populations.rows(Populations.persons(persons(), EACH), rows);
  }

  /** Intercept, visit, arm and their product: terms 0, 1 and 2. */
  Design linear(int... rows) {
    double[] visit = IntStream.of(rows).mapToDouble(row -> row % EACH).toArray();
    double[] arm = IntStream.of(rows).mapToDouble(row -> arms.at(row / EACH)).toArray();
    double[] product =
        IntStream.range(0, rows.length).mapToDouble(i -> visit[i] * arm[i]).toArray();
    return Populations.withIntercept(visit, arm, product);
  }

  /** Intercept, the visits but the first, arm and their products: terms 0, 1 and 2. */
  Design saturated(int... rows) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Design.INTERCEPT, -1, Vector.of(SurvivalScenarios.ones(rows.length))));
    for (int visit = 1; visit < EACH; visit++) {
      parts.add(new Part("visit" + visit, 0, indicator(visit, false, rows)));
    }
    double[] arm = IntStream.of(rows).mapToDouble(row -> arms.at(row / EACH)).toArray();
    parts.add(new Part("arm", 1, Vector.of(arm)));
    for (int visit = 1; visit < EACH; visit++) {
      parts.add(new Part("visit" + visit + ":arm", 2, indicator(visit, true, rows)));
    }
    return new Design(parts, rows.length);
  }

  private Vector indicator(int visit, boolean ofArm, int... rows) {
    return Vector.of(
        IntStream.of(rows)
            .mapToDouble(row -> row % EACH == visit ? (ofArm ? arms.at(row / EACH) : 1) : 0)
            .toArray());
  }

  static Design randomIntercept(int... rows) {
    double[] ones = SurvivalScenarios.ones(rows.length);
    return new Design(List.of(new Part(Design.INTERCEPT, -1, Vector.of(ones))), rows.length);
  }

  static Design randomSlope(int... rows) {
    return Populations.withIntercept(IntStream.of(rows).mapToDouble(row -> row % EACH).toArray());
  }
}

package org.absentia.randomisation.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Observations with one row of standardised features each, and the class each belongs to. */
final class Sample {
  /** A single pause of the machine must not hide what the other values tell. */
  private static final double FURTHEST = 5;

  private final double[][] rows;
  private final int[] classes;

  Sample(double[][] rows, int[] classes) {
    this.rows = rows;
    this.classes = classes;
  }

  /**
   * Builds a sample; a feature that is missing or no number somewhere counts 0 there, constant ones
   * are left out.
   */
  static Sample of(List<Map<String, Double>> features, List<Integer> classes) {
    Set<String> names = new LinkedHashSet<>();
    features.stream().map(Map::keySet).forEach(names::addAll);
    Collection<double[]> columns = new ArrayList<>();
    for (String name : names) {
      double[] column =
          features.stream()
              .mapToDouble(row -> row.getOrDefault(name, 0.0))
              .map(value -> Double.isFinite(value) ? value : 0)
              .toArray();
      if (Arrays.stream(column).distinct().limit(2).count() == 2) {
        columns.add(standardised(column));
      }
    }
    return new Sample(
        transposed(columns, features.size()), classes.stream().mapToInt(one -> one).toArray());
  }

  private static double[] standardised(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    double variance =
        Arrays.stream(column).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    return Arrays.stream(column)
        .map(x -> Math.clamp((x - mean) / Math.sqrt(variance), -FURTHEST, FURTHEST))
        .toArray();
  }

  private static double[][] transposed(Collection<double[]> columns, int size) {
    double[][] rows = new double[size][columns.size()];
    int j = 0;
    for (double[] column : columns) {
      for (int i = 0; i < size; i++) {
        rows[i][j] = column[i];
      }
      j++;
    }
    return rows;
  }

  Sample part(int... places) {
    return new Sample(
        Arrays.stream(places).mapToObj(place -> rows[place]).toArray(double[][]::new),
        Arrays.stream(places).map(place -> classes[place]).toArray());
  }

  int size() {
    return rows.length;
  }

  int features() {
    return rows[0].length;
  }

  double[] row(int place) {
    return rows[place];
  }

  int classOf(int place) {
    return classes[place];
  }
}

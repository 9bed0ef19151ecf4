package org.absentia.randomisation.leak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
   * are left out. Features are met one observation after another, since all of them would not fit
   * into memory by name.
   */
  static Sample of(Stream<Map<String, Double>> features, List<Integer> classes) {
    Map<String, Integer> columns = new HashMap<>();
    List<double[]> met = new ArrayList<>();
    features.forEach(
        row -> {
          row.keySet().forEach(name -> columns.putIfAbsent(name, columns.size()));
          double[] values = new double[columns.size()];
          row.forEach(
              (name, value) ->
                  values[Objects.requireNonNull(columns.get(name))] =
                      Double.isFinite(value) ? value : 0);
          met.add(values);
        });
    double[][] rows = new double[met.size()][0];
    Arrays.setAll(rows, place -> Arrays.copyOf(met.get(place), columns.size()));
    return new Sample(standardised(rows), classes.stream().mapToInt(one -> one).toArray());
  }

  private static double[][] standardised(double[][] rows) {
    int[] varying =
        IntStream.range(0, rows[0].length)
            .filter(column -> Arrays.stream(rows).anyMatch(row -> row[column] != rows[0][column]))
            .toArray();
    double[][] standardised = new double[rows.length][varying.length];
    for (int j = 0; j < varying.length; j++) {
      int column = varying[j];
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      double variance =
          Arrays.stream(rows)
              .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
              .average()
              .orElseThrow();
      for (int i = 0; i < rows.length; i++) {
        standardised[i][j] =
            Math.clamp((rows[i][column] - mean) / Math.sqrt(variance), -FURTHEST, FURTHEST);
      }
    }
    return standardised;
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

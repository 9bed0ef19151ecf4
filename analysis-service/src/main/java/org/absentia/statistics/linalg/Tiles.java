package org.absentia.statistics.linalg;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A tall matrix in tiles of rows that stay in the processor's cache, each made triangular by
 * reflections of its own; the triangles one below the other stand for the whole (TSQR; Demmel,
 * Grigori, Hoemmen and Langou 2012). It is the same orthogonal transformation in another order, and
 * as stable. Threads share the tiles; the numbers do not depend on them.
 */
final class Tiles {
  /** Below twice as many rows it does not pay. */
  static final int ROWS = 2048;

  private static final int MOST_COLUMNS = ROWS / 8;

  private final int n;
  private final int p;
  private final double[][][] reflectors;
  private final double[][] triangles;

  private Tiles(int n, int p, int count) {
    this.n = n;
    this.p = p;
    this.reflectors = new double[count][p][];
    this.triangles = new double[p][count * p];
  }

  static boolean pays(int n, int p) {
    return n >= 2 * ROWS && p > 1 && p <= MOST_COLUMNS;
  }

  static Tiles of(double[]... columns) {
    int n = columns[0].length;
    Tiles tiles = new Tiles(n, columns.length, n / ROWS);
    tiles.each(tile -> tiles.decompose(tile, columns));
    return tiles;
  }

  /** The triangles one below the other, p columns. */
  double[][] triangles() {
    return triangles;
  }

  int rows() {
    return n;
  }

  int count() {
    return reflectors.length;
  }

  private void each(IntConsumer work) {
    IntStream.range(0, count()).parallel().forEach(work);
  }

  private int from(int tile) {
    return (int) ((long) n * tile / count());
  }

  private double[] part(double[] column, int tile) {
    return Arrays.copyOfRange(column, from(tile), from(tile + 1));
  }

  private void decompose(int tile, double[][] columns) {
    for (int place = 0; place < p; place++) {
      double[] column = part(columns[place], tile);
      turn(tile, place, column);
      double left = Reflection.norm(column, place);
      reflectors[tile][place] =
          left == 0 ? new double[0] : Reflection.reflector(column, place, left);
      System.arraycopy(column, 0, triangles[place], tile * p, place + 1);
    }
  }

  /** Applies the first reflections of a tile. */
  private void turn(int tile, int count, double[] column) {
    for (int i = 0; i < count; i++) {
      Reflection.reflect(reflectors[tile][i], i, column);
    }
  }

  private void turnBack(int tile, double[] column) {
    for (int i = p - 1; i >= 0; i--) {
      Reflection.reflect(reflectors[tile][i], i, column);
    }
  }

  /**
   * What the triangles' rows become of a column.
   *
   * @param beyond receives for each tile the sum of squares of the other rows
   */
  double[] heads(double[] column, double[] beyond) {
    double[] heads = new double[count() * p];
    each(
        tile -> {
          double[] part = part(column, tile);
          turn(tile, p, part);
          System.arraycopy(part, 0, heads, tile * p, p);
          for (int row = p; row < part.length; row++) {
            beyond[tile] += part[row] * part[row];
          }
        });
    return heads;
  }

  /** The columns that become these heads and nothing beyond. */
  double[][] columns(double[]... heads) {
    double[][] columns = new double[heads.length][n];
    each(
        tile -> {
          for (int place = 0; place < heads.length; place++) {
            double[] part = new double[from(tile + 1) - from(tile)];
            System.arraycopy(heads[place], tile * p, part, 0, p);
            turnBack(tile, part);
            System.arraycopy(part, 0, columns[place], from(tile), part.length);
          }
        });
    return columns;
  }

  /** A column whose heads are replaced, and turned back. */
  double[] replaced(double[] column, UnaryOperator<double[]> ofHeads) {
    double[] turned = column.clone();
    double[] heads = new double[count() * p];
    each(
        tile -> {
          double[] part = part(column, tile);
          turn(tile, p, part);
          System.arraycopy(part, 0, heads, tile * p, p);
          System.arraycopy(part, 0, turned, from(tile), part.length);
        });
    double[] others = ofHeads.apply(heads);
    each(
        tile -> {
          double[] part = part(turned, tile);
          System.arraycopy(others, tile * p, part, 0, p);
          turnBack(tile, part);
          System.arraycopy(part, 0, turned, from(tile), part.length);
        });
    return turned;
  }
}

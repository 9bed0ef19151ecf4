package org.absentia.statistics.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.progress.Progress;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Least squares by Householder's reflections on columns scaled to length 1, taken in order. A
 * column of which the earlier ones leave less than {@value #COLLINEAR} of its length is left out.
 *
 * <p>A kernel of its own rather than a library's QR: the order of columns must be kept, and what is
 * left out must be known (contracts/statistics.md section 1, Precision).
 */
public final class LeastSquares {
  /** What must be left of a column, as a share of its length. */
  public static final double COLLINEAR = 1e-11;

  /** Rows that are reflected: all, or those of the tiles' triangles. */
  private final int n;

  private final Optional<Tiles> tiles;
  private final int[] kept;
  private final double[][] reflectors;
  private final UpperTriangle triangle;

  private LeastSquares(
      int n, Optional<Tiles> tiles, int[] kept, double[][] reflectors, UpperTriangle triangle) {
    this.n = n;
    this.tiles = tiles;
    this.kept = kept;
    this.reflectors = reflectors;
    this.triangle = triangle;
  }

  /**
   * Decomposes a matrix.
   *
   * @param columns p columns of n numbers each
   */
  public static LeastSquares of(double[]... columns) {
    if (columns.length > 0 && Tiles.pays(columns[0].length, columns.length)) {
      Tiles tiles = Tiles.of(columns);
      return of(Optional.of(tiles), tiles.triangles());
    }
    return of(Optional.empty(), columns);
  }

  private static LeastSquares of(Optional<Tiles> tiles, double[]... columns) {
    int n = columns.length == 0 ? 0 : columns[0].length;
    List<Integer> kept = new ArrayList<>();
    List<double[]> reflectors = new ArrayList<>();
    List<double[]> upper = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    Progress progress = Progress.current();
    for (int place = 0; place < columns.length; place++) {
      progress.check();
      double length = Reflection.norm(columns[place], 0);
      if (length == 0 || kept.size() == n) {
        continue;
      }
      double[] column = Reflection.scaled(columns[place], 1 / length);
      int done = reflectors.size();
      for (int i = 0; i < done; i++) {
        Reflection.reflect(reflectors.get(i), i, column);
      }
      double left = Reflection.norm(column, done);
      if (left < COLLINEAR) {
        continue;
      }
      reflectors.add(Reflection.reflector(column, done, left));
      upper.add(Arrays.copyOf(column, done + 1));
      kept.add(place);
      lengths.add(length);
    }
    return new LeastSquares(
        n,
        tiles,
        kept.stream().mapToInt(Integer::intValue).toArray(),
        reflectors.toArray(double[][]::new),
        new UpperTriangle(
            upper.toArray(double[][]::new),
            lengths.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** Decomposes a matrix whose rows are multiplied by the roots of weights. */
  public static LeastSquares weighted(double[] weights, double[]... columns) {
    double[] roots = Arrays.stream(weights).map(Math::sqrt).toArray();
    return of(
        Arrays.stream(columns)
            .map(column -> Reflection.product(column, roots))
            .toArray(double[][]::new));
  }

  /** How many columns are kept. */
  public int rank() {
    return kept.length;
  }

  /** The places of the columns that are kept, in order. */
  public int[] kept() {
    return kept.clone();
  }

  /**
   * The coefficients of the kept columns for a response.
   *
   * @param y n numbers, multiplied by the roots of the weights if the columns were
   */
  public double[] solve(double[] y) {
    double[] rotated =
        tiles.map(rows -> rows.heads(y, new double[rows.count()])).orElseGet(y::clone);
    for (int i = 0; i < reflectors.length; i++) {
      Reflection.reflect(reflectors[i], i, rotated);
    }
    return triangle.backSubstituted(rotated);
  }

  /** The coefficients for a response, with the sum of squared residuals. */
  public record Solution(Vector coefficients, double squares) {}

  /** Like {@link #solve}, with the residuals' squares from the same reflections. */
  public Solution solveWithSquares(double[] y) {
    double[] beyond = new double[tiles.map(Tiles::count).orElse(0)];
    double[] rotated = tiles.map(rows -> rows.heads(y, beyond)).orElseGet(y::clone);
    double squares = 0;
    for (double part : beyond) {
      squares += part;
    }
    for (int i = 0; i < reflectors.length; i++) {
      Reflection.reflect(reflectors[i], i, rotated);
    }
    for (int i = rank(); i < rotated.length; i++) {
      squares += rotated[i] * rotated[i];
    }
    return new Solution(Vector.of(triangle.backSubstituted(rotated)), squares);
  }

  /**
   * The coefficients whose fitted values, turned by Q', are the given numbers. Of standard normal
   * numbers they have the covariance (X'X)^-1.
   *
   * @param rotated as many numbers as the rank
   */
  public double[] solveTriangle(double[] rotated) {
    return triangle.backSubstituted(rotated);
  }

  /** The residuals of a response. */
  public double[] residuals(double[] y) {
    return tiles.map(rows -> rows.replaced(y, this::rest)).orElseGet(() -> rest(y));
  }

  private double[] rest(double[] y) {
    double[] rotated = y.clone();
    for (int i = 0; i < reflectors.length; i++) {
      Reflection.reflect(reflectors[i], i, rotated);
    }
    Arrays.fill(rotated, 0, rank(), 0);
    for (int i = reflectors.length - 1; i >= 0; i--) {
      Reflection.reflect(reflectors[i], i, rotated);
    }
    return rotated;
  }

  /** R of X = QR over the kept columns: upper triangular, rows may have either sign. */
  public DMatrixRMaj triangle() {
    return triangle.matrix();
  }

  /** The inverse of X'X over the kept columns. */
  public DMatrixRMaj inverseCrossProduct() {
    return triangle.inverseCrossProduct();
  }

  /**
   * The columns of Q: orthonormal, and spanning what the kept columns span. A model fitted to them
   * is as well conditioned as its data allow; {@link #coefficients} and {@link #covariance} lead
   * back.
   */
  public double[][] basis() {
    double[][] basis = new double[rank()][n];
    for (int column = 0; column < rank(); column++) {
      basis[column][column] = 1;
      for (int i = column; i >= 0; i--) {
        Reflection.reflect(reflectors[i], i, basis[column]);
      }
    }
    return tiles.map(rows -> rows.columns(basis)).orElse(basis);
  }

  /** The coefficients of the kept columns that make of them what these make of the basis. */
  public double[] coefficients(double[] onBasis) {
    return triangle.backSubstituted(onBasis);
  }

  /** The covariance of the coefficients of the kept columns, from that on the basis. */
  public DMatrixRMaj covariance(DMatrixRMaj onBasis) {
    DMatrixRMaj covariance = covarianceBetween(onBasis);
    CommonOps_DDRM.symmLowerToFull(covariance);
    return covariance;
  }

  /** The covariance of the coefficients of two responses, from that on the basis. */
  public DMatrixRMaj covarianceBetween(DMatrixRMaj onBasis) {
    DMatrixRMaj transform = transform();
    DMatrixRMaj half = CommonOps_DDRM.mult(transform, onBasis, null);
    return CommonOps_DDRM.multTransB(half, transform, null);
  }

  /** The matrix by which {@link #coefficients} multiplies. */
  public DMatrixRMaj transform() {
    return triangle.inverseMatrix();
  }

  /** The diagonal of the hat matrix. */
  public double[] leverages() {
    double[][] basis = basis();
    double[] leverages = new double[tiles.map(Tiles::rows).orElse(n)];
    for (double[] column : basis) {
      for (int row = 0; row < leverages.length; row++) {
        leverages[row] += column[row] * column[row];
      }
    }
    return leverages;
  }

  /** The logarithm of the determinant of X'X over the kept columns. */
  public double logDeterminant() {
    return triangle.logDeterminant();
  }
}

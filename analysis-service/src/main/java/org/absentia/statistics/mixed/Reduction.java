package org.absentia.statistics.mixed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Vector;
import org.ejml.data.DMatrixRMaj;

/**
 * The rows of all groups, rotated once: a block per group, and the cross-products of the rows that
 * no random term reaches.
 *
 * @param groups in order of levels
 * @param likes groups with the same triangle, joined
 * @param rest p + 1 by p + 1, the cross-products of X* and y* in all other rows
 */
record Reduction(int q, int p, int n, List<Block> groups, List<Likes> likes, DMatrixRMaj rest) {

  /**
   * Groups with the same triangle.
   *
   * @param count how many they are
   * @param values of as many blocks as have the same cross-products together
   */
  record Likes(Vector triangle, int count, List<Vector> values) {}

  /**
   * Rotates the rows.
   *
   * @param codes the place of each row's group
   */
  static Reduction of(FixedBasis fixed, RandomBasis random, Indexes codes, int groups) {
    int q = random.q();
    int width = fixed.p() + 1;
    int[] starts = starts(codes, groups);
    int[] order = order(codes, starts);
    double[][] columns = new double[q + width][longest(starts)];
    DMatrixRMaj rest = new DMatrixRMaj(width, width);
    List<Block> blocks = new ArrayList<>(groups);
    for (int group = 0; group < groups; group++) {
      int from = starts[group];
      int to = starts[group + 1];
      random.fill(columns, order, from, to);
      fixed.fill(columns, q, order, from, to);
      Rotation.triangularise(columns, to - from, q);
      blocks.add(block(columns, q, Math.min(q, to - from)));
      addCrossProducts(columns, q, to - from, rest);
    }
    return new Reduction(q, width - 1, codes.size(), blocks, likes(blocks), rest);
  }

  private static int[] starts(Indexes codes, int groups) {
    int[] starts = new int[groups + 1];
    for (int code : codes.array()) {
      starts[code + 1]++;
    }
    for (int group = 0; group < groups; group++) {
      starts[group + 1] += starts[group];
    }
    return starts;
  }

  private static int[] order(Indexes codes, int[] starts) {
    int[] next = starts.clone();
    int[] order = new int[codes.size()];
    for (int row = 0; row < order.length; row++) {
      order[next[codes.at(row)]++] = row;
    }
    return order;
  }

  private static int longest(int[] starts) {
    int longest = 0;
    for (int group = 1; group < starts.length; group++) {
      longest = Math.max(longest, starts[group] - starts[group - 1]);
    }
    return longest;
  }

  private static Block block(double[][] columns, int q, int rows) {
    int width = columns.length - q;
    double[] triangle = new double[q * q];
    double[] values = new double[q * width];
    for (int i = 0; i < rows; i++) {
      for (int j = i; j < q; j++) {
        triangle[i * q + j] = columns[j][i];
      }
      for (int j = 0; j < width; j++) {
        values[i * width + j] = columns[q + j][i];
      }
    }
    return new Block(Vector.of(triangle), Vector.of(values));
  }

  private static void addCrossProducts(double[][] columns, int q, int n, DMatrixRMaj sums) {
    int width = columns.length - q;
    for (int a = 0; a < width; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = q; i < n; i++) {
          sum += columns[q + a][i] * columns[q + b][i];
        }
        sums.add(a, b, sum);
      }
    }
  }

  private static List<Likes> likes(List<Block> blocks) {
    Map<Vector, List<Vector>> byTriangle = new LinkedHashMap<>();
    for (Block block : blocks) {
      byTriangle.computeIfAbsent(block.triangle(), t -> new ArrayList<>()).add(block.values());
    }
    List<Likes> likes = new ArrayList<>();
    byTriangle.forEach(
        (triangle, values) -> likes.add(new Likes(triangle, values.size(), compressed(values))));
    return likes;
  }

  /**
   * A matrix of a row for each block is replaced by the triangle that it is rotated to: V is the
   * same in all, so that only sums of products over the blocks matter.
   */
  private static List<Vector> compressed(List<Vector> values) {
    int size = values.getFirst().size();
    if (values.size() <= size) {
      return values;
    }
    double[][] columns = new double[size][values.size()];
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < size; j++) {
        columns[j][i] = values.get(i).at(j);
      }
    }
    Rotation.triangularise(columns, values.size(), size);
    List<Vector> triangle = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double[] row = new double[size];
      for (int j = i; j < size; j++) {
        row[j] = columns[j][i];
      }
      triangle.add(Vector.of(row));
    }
    return triangle;
  }
}

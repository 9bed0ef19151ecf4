package org.absentia.statistics.imputation;

import java.util.Arrays;
import org.absentia.statistics.random.Draws;

/**
 * The observed rows by their predictions. Whoever asks for a row near a prediction gets one of the
 * {@value #NEAREST} nearest; where several are equally far for the last places, chance decides
 * which of them belong.
 */
final class Donors {
  static final int NEAREST = 5;

  private final double[] ascending;
  private final int[] donors;
  private final int[] runStart;
  private final int[] runEnd;

  /**
   * Sorts the donors.
   *
   * @param predictions a number for each donor, one at least
   */
  Donors(double[] predictions) {
    int n = predictions.length;
    double[] values = new double[n];
    Arrays.setAll(values, i -> finite(predictions[i]));
    ascending = values.clone();
    Arrays.sort(ascending);
    runStart = new int[n];
    runEnd = new int[n];
    for (int i = 0; i < n; i++) {
      runStart[i] = i > 0 && ascending[i] == ascending[i - 1] ? runStart[i - 1] : i;
    }
    for (int i = n - 1; i >= 0; i--) {
      runEnd[i] = i < n - 1 && ascending[i] == ascending[i + 1] ? runEnd[i + 1] : i + 1;
    }
    donors = new int[n];
    int[] taken = new int[n];
    for (int i = 0; i < n; i++) {
      int start = runStart[Arrays.binarySearch(ascending, values[i])];
      donors[start + taken[start]++] = i;
    }
  }

  /** No negative zero; what is not a number is as far away as can be, and any donor is as near. */
  private static double finite(double prediction) {
    return Double.isNaN(prediction) ? Double.MAX_VALUE : clamped(prediction) + 0.0;
  }

  private static double clamped(double prediction) {
    return Math.clamp(prediction, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** Draws a donor near a prediction: its place among the predictions given. */
  int near(double to, Draws draws) {
    double prediction = finite(to);
    int n = ascending.length;
    int nearest = Math.min(NEAREST, n);
    int found = Arrays.binarySearch(ascending, prediction);
    int right = found < 0 ? -found - 1 : runStart[found];
    int left = right - 1;
    double farthest = 0;
    for (int i = 0; i < nearest; i++) {
      boolean toTheLeft =
          right == n || left >= 0 && prediction - ascending[left] <= ascending[right] - prediction;
      farthest = distance(toTheLeft ? left-- : right++, prediction);
    }
    return donors[among(left + 1, right, farthest, prediction, draws)];
  }

  /**
   * Draws one of the nearest: those nearer than the farthest of them belong, the other places are
   * shared by all that are as far.
   */
  private int among(int from, int to, double farthest, double prediction, Draws draws) {
    int first = from;
    while (first < to && distance(first, prediction) == farthest) {
      first++;
    }
    int last = to;
    while (last > first && distance(last - 1, prediction) == farthest) {
      last--;
    }
    int draw = draws.below(to - from);
    if (draw < last - first) {
      return first + draw;
    }
    int leftTie = tie(first - 1, farthest, prediction);
    int rightTie = tie(last, farthest, prediction);
    int lefts = leftTie < 0 ? 0 : runEnd[leftTie] - runStart[leftTie];
    int rights = rightTie < 0 || rightTie == leftTie ? 0 : runEnd[rightTie] - runStart[rightTie];
    if (lefts + rights == 0) {
      return from; // predictions that are not numbers
    }
    int tied = draws.below(lefts + rights);
    return tied < lefts ? runStart[leftTie] + tied : runStart[rightTie] + tied - lefts;
  }

  /** The start of the run at a place, if it is as far as the farthest; -1 otherwise. */
  private int tie(int place, double farthest, double prediction) {
    boolean tied =
        place >= 0 && place < ascending.length && distance(place, prediction) == farthest;
    return tied ? runStart[place] : -1;
  }

  private double distance(int place, double prediction) {
    return Math.abs(ascending[place] - prediction);
  }
}

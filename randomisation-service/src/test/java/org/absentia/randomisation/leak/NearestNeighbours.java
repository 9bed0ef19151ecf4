package org.absentia.randomisation.leak;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/** Guesses the commonest class among the nearest of the learned rows. */
record NearestNeighbours(int neighbours) implements Rule {
  private record Near(double distance, int itsClass) {}

  @Override
  public ToIntFunction<double[]> learn(Sample sample, int classes) {
    return row -> {
      PriorityQueue<Near> nearest =
          new PriorityQueue<>(Comparator.comparingDouble(Near::distance).reversed());
      for (int i = 0; i < sample.size(); i++) {
        nearest.add(new Near(distance(sample.row(i), row), sample.classOf(i)));
        if (nearest.size() > neighbours) {
          nearest.poll();
        }
      }
      int[] votes = new int[classes];
      nearest.forEach(near -> votes[near.itsClass()]++);
      return indexOfLargest(votes);
    };
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  private static int indexOfLargest(int[] votes) {
    int largest = Arrays.stream(votes).max().orElseThrow();
    int place = 0;
    while (votes[place] < largest) {
      place++;
    }
    return place;
  }
}

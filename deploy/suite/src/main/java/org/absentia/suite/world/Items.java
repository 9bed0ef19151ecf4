package org.absentia.suite.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a score into item answers, as a person with that score might have given them. */
final class Items {
  private static final int YES_NO_ITEMS = 9;
  private static final int PAIN_POINTS = 3;
  private static final int OREBRO_ITEMS = 10;
  private static final int OREBRO_HIGHEST = 10;
  private static final List<Integer> OREBRO_REVERSED = List.of(2, 3, 7);

  private Items() {}

  /**
   * Keele STarT MSK: pain intensity of 0 to 10, which earns up to three points, and nine yes/no
   * items.
   */
  static List<Integer> keele(int score, Draws draws) {
    int typical = (int) Math.round(score * PAIN_POINTS / 12.0);
    int painPoints =
        Math.clamp(
            typical + draws.between(-1, 1),
            Math.max(0, score - YES_NO_ITEMS),
            Math.min(PAIN_POINTS, score));
    List<Integer> items = new ArrayList<>();
    items.add(painPoints == 0 ? draws.between(0, 4) : 3 + 2 * painPoints + draws.between(0, 1));
    int[] order = draws.permutation(YES_NO_ITEMS);
    for (int item = 0; item < YES_NO_ITEMS; item++) {
      items.add(order[item] < score - painPoints ? 1 : 0);
    }
    return items;
  }

  /** The Orebro short form: ten items of 0 to 10, three of which count backwards. */
  static List<Integer> orebro(int score, Draws draws) {
    int[] points = new int[OREBRO_ITEMS];
    Arrays.fill(points, score / OREBRO_ITEMS);
    for (int extra = 0; extra < score % OREBRO_ITEMS; extra++) {
      points[extra]++;
    }
    for (int move = 0; move < 40; move++) {
      int from = draws.between(0, OREBRO_ITEMS - 1);
      int to = draws.between(0, OREBRO_ITEMS - 1);
      if (points[from] > 0 && points[to] < OREBRO_HIGHEST) {
        points[from]--;
        points[to]++;
      }
    }
    List<Integer> items = new ArrayList<>();
    for (int item = 0; item < OREBRO_ITEMS; item++) {
      items.add(OREBRO_REVERSED.contains(item) ? OREBRO_HIGHEST - points[item] : points[item]);
    }
    return items;
  }
}

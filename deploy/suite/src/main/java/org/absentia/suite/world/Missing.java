package org.absentia.suite.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides who leaves which question open, in the numbers MI-NAV reports, and who completes the risk
 * items only later.
 */
final class Missing {
  /** The variables MI-NAV lacked for some of its 514 participants, with how many. */
  static final Map<String, Integer> OF_514 =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("marriedOrCohabiting", 1),
              Map.entry("norwegianFirstLanguage", 2),
              Map.entry("healthLiteracy", 49),
              Map.entry("bodyMassIndex", 13),
              Map.entry("physicalActivityDays", 1),
              Map.entry("musculoskeletalHealth", 21),
              Map.entry("workAbility", 3),
              Map.entry("workSatisfaction", 1),
              Map.entry("employerConflict", 4),
              Map.entry("employerFollowUp", 7),
              Map.entry("bodyPainArea", 14)));

  private static final int PUBLISHED = 514;
  private static final int COMPLETED_LATER = 4;

  private final Map<String, Set<Integer>> open;
  private final Set<Integer> later;

  private Missing(Map<String, Set<Integer>> open, Set<Integer> later) {
    this.open = open;
    this.later = later;
  }

  static Missing draw(int participants, Draws draws) {
    Map<String, Set<Integer>> open = new HashMap<>();
    OF_514.forEach((variable, count) -> open.put(variable, some(participants, count, draws)));
    return new Missing(open, some(participants, COMPLETED_LATER, draws));
  }

  Questionnaire from(Questionnaire questionnaire, int number) {
    Questionnaire left = questionnaire;
    for (Map.Entry<String, Set<Integer>> variable : open.entrySet()) {
      if (variable.getValue().contains(number)) {
        left = left.without(variable.getKey());
      }
    }
    return left;
  }

  boolean completesLater(int number) {
    return later.contains(number);
  }

  private static Set<Integer> some(int participants, int of514, Draws draws) {
    int count = Math.ceilDiv(of514 * participants, PUBLISHED);
    int[] order = draws.permutation(participants);
    Set<Integer> chosen = new HashSet<>();
    for (int k = 0; k < count; k++) {
      chosen.add(order[k]);
    }
    return chosen;
  }
}

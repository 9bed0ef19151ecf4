package org.absentia.suite.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives arms at random within each risk group, as a trial would, when no trial runs: for
 * calibration only. Withdrawals are taken out in the numbers of the scale.
 */
public final class Allotment {
  private Allotment() {}

  /** The analysed participants with their arms. */
  public static Map<Person, Arm> of(World world) {
    List<Person> participants =
        world.persons().stream()
            .filter(person -> person.response() instanceof Response.Consented)
            .toList();
    Draws draws = Draws.of(world.seed(), "allotment", 0);
    int[] order = draws.permutation(participants.size());
    Map<Boolean, List<Arm>> blocks = Map.of(true, new ArrayList<>(), false, new ArrayList<>());
    Map<Arm, Integer> leaving = new EnumMap<>(Arm.class);
    Map<Person, Arm> arms = new LinkedHashMap<>();
    for (int place : order) {
      Person person = participants.get(place);
      Arm arm = next(blocks.getOrDefault(person.traits().highRisk(), List.of()), draws);
      if (leaving.merge(arm, 1, Integer::sum) > world.scale().withdrawn().of(arm)) {
        arms.put(person, arm);
      }
    }
    return arms;
  }

  private static Arm next(List<Arm> block, Draws draws) {
    if (block.isEmpty()) {
      for (int place : draws.permutation(Arm.values().length)) {
        block.add(Arm.values()[place]);
      }
    }
    return block.removeLast();
  }
}

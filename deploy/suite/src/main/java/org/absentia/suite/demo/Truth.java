package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.absentia.suite.world.Arm;
import org.absentia.suite.world.Person;
import org.absentia.suite.world.World;

/**
 * Holds the outcomes that the services derived against the days that the world knows to be true.
 */
final class Truth {
  private static final double EQUAL = 0.00011;

  private Truth() {}

  /** How many outcomes agree, and a description of the first that does not. */
  record Verdict(int agreeing, int differing, String firstDifference) {}

  static Verdict of(
      Calls calls, Trial trial, World world, Register register, List<Person> leaving) {
    Map<String, Double> derived = derived(calls, trial);
    int agreeing = 0;
    int differing = 0;
    String first = "";
    for (Map.Entry<Person, Arm> entry : register.arms().entrySet()) {
      Person person = entry.getKey();
      if (leaving.contains(person)) {
        continue;
      }
      double truth = world.lostWorkdays(person, entry.getValue());
      Double outcome = derived.get(register.participant(person));
      if (outcome != null && Math.abs(outcome - truth) < EQUAL) {
        agreeing++;
      } else {
        differing++;
        if (first.isEmpty()) {
          first =
              "participant %s lost %.4f workdays, not %s"
                  .formatted(register.participant(person), truth, Objects.toString(outcome));
        }
      }
    }
    return new Verdict(agreeing, differing, first);
  }

  private static Map<String, Double> derived(Calls calls, Trial trial) {
    Map<String, Double> derived = new HashMap<>();
    for (JsonNode outcome :
        Pages.all(
            calls,
            Service.OUTCOME_SERVICE,
            Roles.ANALYST,
            trial.path("outcomes"),
            "outcomes",
            "cursor")) {
      JsonNode lost = outcome.path("outcome").path("windows").path(0).path("lostWorkdays");
      if (lost.isNumber()) {
        derived.put(outcome.path("participantId").asText(), lost.asDouble());
      }
    }
    return derived;
  }
}

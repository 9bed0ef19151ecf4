package org.absentia.suite.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.suite.world.Arm;
import org.absentia.suite.world.Person;
import org.absentia.suite.world.World;

/**
 * Withdraws as many participants of each arm as the trial lost, about two months after their
 * inclusion.
 */
final class Withdrawals {
  private static final int DAYS_AFTER_INCLUSION = 60;
  private static final List<String> LEVELS = List.of("STOP_REGISTRY_DATA", "WITHDRAW_KEEPING_DATA");

  private Withdrawals() {}

  /**
   * The same persons whenever asked: the lowest numbers of each arm, which say nothing about
   * anything.
   */
  static List<Person> leaving(World world, Register register) {
    List<Person> leaving = new ArrayList<>();
    for (Arm arm : Arm.values()) {
      register.of(arm).stream().limit(world.scale().withdrawn().of(arm)).forEach(leaving::add);
    }
    return leaving;
  }

  static void withdraw(Calls calls, Trial trial, Register register, List<Person> leaving) {
    for (int k = 0; k < leaving.size(); k++) {
      Person person = leaving.get(k);
      Map<String, Object> withdrawal = new LinkedHashMap<>();
      withdrawal.put("level", LEVELS.get(k % LEVELS.size()));
      withdrawal.put(
          "withdrawnOn", person.turningPoint().plusDays(DAYS_AFTER_INCLUSION).toString());
      calls
          .post(
              Service.RANDOMISATION_SERVICE,
              Roles.PRIVACY_OFFICER,
              trial.path("participants/" + register.participant(person) + "/withdrawals"),
              withdrawal)
          .expecting(200, 201);
    }
  }
}

package org.absentia.randomisation.conduct;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.protocol.Arm;
import org.absentia.randomisation.protocol.PlainJson;
import org.absentia.randomisation.protocol.Protocol;

/**
 * What no amendment may change: what the trial committed to, what pilot participants were told
 * apart by, and the forms of answers that were given.
 */
final class Committed {
  private Committed() {}

  /** Returns a fault for each part of the amended protocol that stands for ever. */
  static List<Fault> faults(Protocol standing, Protocol amended) {
    List<Fault> faults = new ArrayList<>();
    if (!standing.trial().equals(amended.trial())) {
      faults.add(new Fault("/protocol/trial", "must be the trial's name"));
    }
    if (!Arrays.equals(standing.design().canonical(), amended.design().canonical())
        || !standing.keyMaking().equals(amended.keyMaking())) {
      faults.add(new Fault("/protocol/randomisation", "the trial committed to its design"));
    }
    if (!armNames(standing).equals(armNames(amended))) {
      faults.add(new Fault("/protocol/arms", "the trial committed to its arms"));
    }
    if (!same(standing, amended, "strata")) {
      faults.add(new Fault("/protocol/strata", "participants are in the strata of this rule"));
    }
    if (standing.recruitment().pilot() != amended.recruitment().pilot()) {
      faults.add(new Fault("/protocol/recruitment/pilot", "participants are in the pilot already"));
    }
    if (standing.conduct().twoPersons() != amended.conduct().twoPersons()) {
      faults.add(new Fault("/protocol/approval", "the trial was opened in this way"));
    }
    for (String section : List.of("instruments", "baseline")) {
      if (!elements(amended, section).containsAll(elements(standing, section))) {
        faults.add(
            new Fault(
                "/protocol/" + section, "may get more elements; those that stand are answered"));
      }
    }
    return faults;
  }

  /** Tells whether a section says the same in both. */
  static boolean same(Protocol one, Protocol other, String section) {
    return PlainJson.canonical(tree(one).path(section))
        .equals(PlainJson.canonical(tree(other).path(section)));
  }

  private static List<String> armNames(Protocol protocol) {
    return protocol.arms().stream().map(Arm::name).toList();
  }

  private static Set<String> elements(Protocol protocol, String section) {
    Set<String> elements = new HashSet<>();
    tree(protocol).path(section).forEach(element -> elements.add(PlainJson.canonical(element)));
    return elements;
  }

  private static JsonNode tree(Protocol protocol) {
    return JsonReader.parse(protocol.canonical().getBytes(StandardCharsets.UTF_8));
  }
}

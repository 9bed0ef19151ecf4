package org.absentia.randomisation.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.absentia.platform.json.JsonReader;

/** Reads the section {@code delivery}, which a protocol may leave out. */
final class DeliveryReader {
  private static final String NAME = "[A-Z][A-Z0-9_]{0,39}";
  private static final int MOST_SESSIONS = 200;
  private static final int MOST_MINUTES = 100_000;
  private static final int MOST_CONTENTS = 20;
  private static final int PERCENT = 100;

  private final Set<String> arms = new HashSet<>();
  private final List<String> strata;

  DeliveryReader(List<Arm> arms, List<String> strata) {
    arms.forEach(arm -> this.arms.add(arm.name()));
    this.strata = strata;
  }

  Optional<DeliveryPlan> read(JsonReader protocol) {
    // the section on screening has its own reader, which names its faults
    int week = protocol.node().at("/screening/weekOfSickLeave/from").asInt(1);
    return protocol.object("delivery").map(in -> plan(in, week));
  }

  private DeliveryPlan plan(JsonReader in, int weekWhenListed) {
    in.noOthers("arms", "ends", "perProtocol");
    Map<String, List<DeliveryPlan.Component>> components = new HashMap<>();
    for (JsonReader entry : in.objects("arms")) {
      entry.noOthers("arm", "components");
      String arm = knownArm(entry);
      if (components.put(arm, components(entry)) != null) {
        entry.fault("arm", "names an arm a second time");
      }
    }
    return new DeliveryPlan(
        components,
        in.object("ends").map(rule -> ends(rule, weekWhenListed)),
        in.object("perProtocol").map(rules -> perProtocol(rules, components)));
  }

  private String knownArm(JsonReader in) {
    String arm = in.requiredText("arm");
    if (in.has("arm") && !arms.contains(arm)) {
      in.fault("arm", "must be an arm of the trial");
    }
    return arm;
  }

  private List<DeliveryPlan.Component> components(JsonReader in) {
    Set<String> names = new HashSet<>();
    List<DeliveryPlan.Component> components = new ArrayList<>();
    for (JsonReader entry : in.objects("components")) {
      DeliveryPlan.Component component = component(entry);
      if (!names.add(component.name())) {
        entry.fault("name", "names a component of the arm a second time");
      }
      components.add(component);
    }
    return components;
  }

  private DeliveryPlan.Component component(JsonReader in) {
    in.noOthers(
        "name", "label", "supervised", "planned", "byStratum", "minutes", "contents", "fidelity");
    String name = in.requiredText("name");
    checkName(in, "name", name);
    OptionalInt minutes = in.integer("minutes");
    if (minutes.isPresent() && (minutes.getAsInt() < 1 || minutes.getAsInt() > MOST_MINUTES)) {
      in.fault("minutes", "must lie between 1 and " + MOST_MINUTES);
    }
    return new DeliveryPlan.Component(
        name,
        in.requiredText("label"),
        in.bool("supervised", true),
        in.object("planned").map(DeliveryReader::planned),
        byStratum(in),
        minutes,
        contents(in),
        fidelity(in));
  }

  private Map<String, DeliveryPlan.Planned> byStratum(JsonReader in) {
    Map<String, DeliveryPlan.Planned> planned = new HashMap<>();
    for (JsonReader entry : in.objects("byStratum")) {
      String stratum = entry.requiredText("stratum");
      if (entry.has("stratum") && !strata.contains(stratum)) {
        entry.fault("stratum", "must be a stratum of the trial");
      }
      planned.put(stratum, planned(entry));
    }
    return planned;
  }

  private static DeliveryPlan.Planned planned(JsonReader in) {
    Members.checkRange(in, 0, MOST_SESSIONS);
    return new DeliveryPlan.Planned(in.integer("from").orElse(0), in.integer("to").orElse(0));
  }

  private static List<String> contents(JsonReader in) {
    List<String> contents = in.texts("contents");
    if (contents.size() > MOST_CONTENTS || Set.copyOf(contents).size() < contents.size()) {
      in.fault("contents", "names at most " + MOST_CONTENTS + " contents, each once");
    }
    contents.forEach(content -> checkName(in, "contents", content));
    return contents;
  }

  private static void checkName(JsonReader in, String member, String name) {
    if (!name.isEmpty() && !name.matches(NAME)) {
      in.fault(member, "has 1 to 40 capital letters, digits and underscores");
    }
  }

  private static boolean fidelity(JsonReader in) {
    Optional<String> code = in.text("fidelity");
    if (code.filter(text -> !text.equals("MITI")).isPresent()) {
      in.fault("fidelity", "must be MITI where there is a score");
    }
    return code.isPresent();
  }

  private static DeliveryPlan.Ends ends(JsonReader in, int weekWhenListed) {
    in.noOthers("monthsOfLeave", "weeksInContractedHours");
    return new DeliveryPlan.Ends(
        positive(in, "monthsOfLeave"), positive(in, "weeksInContractedHours"), weekWhenListed);
  }

  private static int positive(JsonReader in, String member) {
    int number = in.requiredInteger(member);
    if (in.has(member) && (number < 1 || number > MOST_SESSIONS)) {
      in.fault(member, "must lie between 1 and " + MOST_SESSIONS);
    }
    return number;
  }

  private DeliveryPlan.PerProtocol perProtocol(
      JsonReader in, Map<String, List<DeliveryPlan.Component>> components) {
    in.noOthers("withoutWithdrawn", "attendance");
    List<DeliveryPlan.Attendance> attendance = new ArrayList<>();
    for (JsonReader entry : in.objects("attendance")) {
      entry.noOthers("arm", "components", "atLeastPercent");
      String arm = knownArm(entry);
      List<String> counted = Members.requiredTexts(entry, "components");
      int percent = positive(entry, "atLeastPercent");
      if (percent > PERCENT) {
        entry.fault("atLeastPercent", "must be at most 100");
      }
      if (!counted.stream().allMatch(name -> isPlanned(components, arm, name))) {
        entry.fault("components", "must be components of the arm with a planned number");
      }
      attendance.add(new DeliveryPlan.Attendance(arm, counted, percent));
    }
    return new DeliveryPlan.PerProtocol(in.bool("withoutWithdrawn", false), attendance);
  }

  private static boolean isPlanned(
      Map<String, List<DeliveryPlan.Component>> components, String arm, String name) {
    return components.getOrDefault(arm, List.of()).stream()
        .anyMatch(
            component ->
                component.name().equals(name)
                    && (component.planned().isPresent()
                        || !component.plannedOfStratum().isEmpty()));
  }
}

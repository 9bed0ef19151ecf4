package org.absentia.randomisation.delivery;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.absentia.platform.json.JsonReader;

/** Reads sessions and statuses as they are sent, and as they rest in the database. */
public final class DeliveryReader {
  /** Members of a session. */
  public static final List<String> SESSION =
      List.of("component", "heldOn", "mode", "minutes", "provider", "contents", "fidelity");

  private static final int MOST_MINUTES = 1440;
  private static final int MOST_CONTENTS = 20;
  private static final int MOST_COUNTED = 10_000;

  /** A code, so that no name of a person fits. */
  private static final String PROVIDER = "[A-Z]{1,4}-?[0-9]{1,6}";

  private static final String COMPONENT = "[A-Z][A-Z0-9_]{0,39}";

  private DeliveryReader() {}

  public static Session.Content session(JsonReader in) {
    OptionalInt minutes = in.integer("minutes");
    if (minutes.isPresent() && (minutes.getAsInt() < 1 || minutes.getAsInt() > MOST_MINUTES)) {
      in.fault("minutes", "must lie between 1 and " + MOST_MINUTES);
    }
    Optional<String> provider = in.text("provider");
    if (provider.filter(code -> !code.matches(PROVIDER)).isPresent()) {
      in.fault("provider", "must be a code of letters and up to six digits, such as PT-3");
    }
    return new Session.Content(
        component(in),
        in.requiredDate("heldOn"),
        in.requiredChoice("mode", Session.Mode.class),
        minutes,
        provider,
        contents(in),
        in.object("fidelity").map(DeliveryReader::fidelity));
  }

  private static String component(JsonReader in) {
    String component = in.requiredText("component");
    if (!component.isEmpty() && !component.matches(COMPONENT)) {
      in.fault("component", "must be the name of a component in the protocol");
    }
    return component;
  }

  private static List<String> contents(JsonReader in) {
    List<String> contents = in.texts("contents");
    if (contents.size() > MOST_CONTENTS || Set.copyOf(contents).size() < contents.size()) {
      in.fault("contents", "names at most " + MOST_CONTENTS + " contents, each once");
      return List.of();
    }
    if (!contents.stream().allMatch(content -> content.matches(COMPONENT))) {
      in.fault("contents", "must be contents that the protocol knows for the component");
      return List.of();
    }
    return contents;
  }

  private static Session.Fidelity fidelity(JsonReader in) {
    in.noOthers("miti");
    return new Session.Fidelity(in.object("miti").flatMap(DeliveryReader::miti));
  }

  private static Optional<MitiScore> miti(JsonReader in) {
    in.noOthers("globals", "counts");
    boolean sound = !in.faults().any();
    Map<String, Integer> globals =
        numbers(
            in.requiredObject("globals"),
            MitiScore.GLOBALS,
            MitiScore.LEAST_GLOBAL,
            MitiScore.MOST_GLOBAL);
    Map<String, Integer> counts =
        numbers(in.requiredObject("counts"), MitiScore.COUNTS, 0, MOST_COUNTED);
    return sound && !in.faults().any()
        ? Optional.of(new MitiScore(globals, counts))
        : Optional.empty();
  }

  private static Map<String, Integer> numbers(
      JsonReader in, List<String> names, int least, int most) {
    in.noOthers(names.toArray(String[]::new));
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names) {
      int number = in.requiredInteger(name);
      if (in.has(name) && (number < least || number > most)) {
        in.fault(name, "must lie between " + least + " and " + most);
      }
      numbers.put(name, number);
    }
    return numbers;
  }

  public static ProgrammeStatus status(JsonReader in) {
    in.noOthers(
        "known", "received", "startedOn", "endedOn", "endReason", "leaveSince", "backSince");
    if (!in.has("known")) {
      in.fault("known", "is missing");
    }
    boolean complete = in.bool("known", false);
    if (complete && in.has("received")) {
      in.fault("received", "is told by the sessions where all of them are known");
    }
    Optional<LocalDate> started = in.date("startedOn");
    Optional<LocalDate> ended = in.date("endedOn");
    if (started.isPresent() && ended.filter(started.orElseThrow()::isAfter).isPresent()) {
      in.fault("endedOn", "must not lie before startedOn");
    }
    return new ProgrammeStatus(
        complete,
        in.has("received") ? Optional.of(in.bool("received", false)) : Optional.empty(),
        started,
        ended,
        in.choice("endReason", ProgrammeStatus.EndReason.class),
        in.object("leaveSince").map(DeliveryReader::sourced),
        in.object("backSince").map(DeliveryReader::sourced));
  }

  private static ProgrammeStatus.Sourced sourced(JsonReader in) {
    in.noOthers("on", "source");
    return new ProgrammeStatus.Sourced(
        in.requiredDate("on"), in.requiredChoice("source", ProgrammeStatus.Source.class));
  }
}

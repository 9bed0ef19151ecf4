package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Instruments;
import org.absentia.randomisation.scheme.Design;

/** Reads a protocol document and names every fault in it by its JSON pointer. */
public final class ProtocolReader {
  public static final String FORMAT = "absentia-protocol-1";
  private static final int MOST_ARMS = 26;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

  private final Instruments instruments;

  public ProtocolReader(Instruments instruments) {
    this.instruments = instruments;
  }

  /**
   * Reads a document.
   *
   * @throws Problem 400 {@code invalid-protocol} with all faults
   */
  public Protocol read(JsonNode document) {
    Faults faults = new Faults();
    if (!document.isObject()) {
      faults.add("", "must be an object");
    }
    Bounds.check(document, faults);
    JsonReader in = JsonReader.of(document, faults);
    Optional<Protocol> protocol = read(in);
    faults.throwIfAny("invalid-protocol", "The protocol document has faults.");
    return protocol.orElseThrow();
  }

  private Optional<Protocol> read(JsonReader in) {
    in.noOthers(
        "format",
        "trial",
        "title",
        "registration",
        "arms",
        "recruitment",
        "screening",
        "consent",
        "instruments",
        "timepoints",
        "strata",
        "randomisation",
        "invitation",
        "outcome",
        "baseline",
        "analysis",
        "delivery",
        "eligibility",
        "reasons",
        "legal",
        "approval",
        "admission",
        "calendar");
    String trial = header(in);
    List<Arm> arms = arms(in);
    Recruitment recruitment = recruitment(in.requiredObject("recruitment"));
    String consent = in.requiredObject("consent").requiredText("version");
    List<Instrument> used = instruments(in);
    List<Timepoint> timepoints = TimepointReader.read(in, used);
    List<Instrument> atBaseline = atBaseline(timepoints, used);
    DesignReader designs = new DesignReader(trial, arms);
    StrataReader stratified = new StrataReader(in.requiredObject("strata"));
    Optional<Design> design = designs.read(in.requiredObject("randomisation"), stratified);
    Optional<Design> invitation =
        InvitationReader.read(in, trial, in.node().at("/recruitment/offices"));
    KeyMaking keyMaking = KeyMaking.read(in.requiredObject("randomisation"));
    List<BaselineVariable> baseline = BaselineReader.read(in, atBaseline, stratified.memberships());
    Optional<Strata> strata =
        stratified.read(atBaseline, baseline, in.node().at("/recruitment/offices"));
    PlanReader.check(in);
    Optional<DeliveryPlan> delivery = new DeliveryReader(arms, stratified.memberships()).read(in);
    Conduct conduct = ConductReader.read(in, consent);
    if (in.faults().any() || design.isEmpty() || strata.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Protocol(
            trial,
            in.requiredText("title"),
            arms,
            recruitment,
            consent,
            used,
            strata.orElseThrow(),
            design.orElseThrow(),
            invitation,
            keyMaking,
            baseline,
            delivery,
            conduct,
            timepoints,
            PlainJson.canonical(in.node())));
  }

  private static String header(JsonReader in) {
    if (!in.requiredText("format").equals(FORMAT) && in.has("format")) {
      in.fault("format", "must be " + FORMAT);
    }
    in.requiredText("title");
    in.text("registration");
    String trial = in.requiredText("trial");
    if (!trial.isEmpty() && !trial.matches(NAME)) {
      in.fault("trial", "has 1 to 63 letters, digits, dots, dashes or underscores");
    }
    return trial;
  }

  private static List<Arm> arms(JsonReader in) {
    List<JsonReader> entries = in.objects("arms");
    if (entries.size() < 2 || entries.size() > MOST_ARMS) {
      in.fault("arms", "names two to twenty-six arms, one for each masked label A to Z");
    }
    Set<String> names = new HashSet<>();
    List<Arm> arms = new ArrayList<>();
    for (JsonReader entry : entries) {
      Arm arm = new Arm(entry.requiredText("name"), entry.requiredText("label"));
      if (!names.add(arm.name())) {
        entry.fault("name", "names an arm a second time");
      }
      arms.add(arm);
    }
    return arms;
  }

  private List<Instrument> instruments(JsonReader in) {
    List<Instrument> used = new ArrayList<>();
    for (JsonReader entry : in.objects("instruments")) {
      String name = entry.requiredText("name");
      entry.text("timepoint");
      Optional<Instrument> known = instruments.find(name);
      if (known.isEmpty() && !name.isEmpty()) {
        entry.fault("name", "must be one of " + instruments.names().stream().sorted().toList());
      } else if (used.stream().anyMatch(other -> other.name().equals(name))) {
        entry.fault("name", "names an instrument a second time");
      }
      known.map(instrument -> sized(entry, instrument)).ifPresent(used::add);
    }
    return used;
  }

  private static Instrument sized(JsonReader in, Instrument instrument) {
    OptionalInt width = in.integer("responseWidth");
    if (width.isEmpty()) {
      return instrument;
    }
    if (!instrument.responseWidths().contains(width.getAsInt())) {
      in.fault("responseWidth", "must be one of " + instrument.responseWidths());
      return instrument;
    }
    return instrument.withResponseWidth(width.getAsInt());
  }

  private static List<Instrument> atBaseline(List<Timepoint> timepoints, List<Instrument> used) {
    return used.stream()
        .filter(
            instrument ->
                timepoints.stream()
                    .filter(Timepoint::isBaseline)
                    .anyMatch(timepoint -> timepoint.instruments().contains(instrument.name())))
        .toList();
  }

  private static Recruitment recruitment(JsonReader in) {
    in.noOthers("from", "to", "halts", "offices", "target", "pilot");
    LocalDate from = in.requiredDate("from");
    LocalDate to = in.requiredDate("to");
    checkOrder(in, from, to);
    List<Recruitment.Halt> halts = new ArrayList<>();
    for (JsonReader halt : in.objects("halts")) {
      Recruitment.Halt read =
          new Recruitment.Halt(halt.requiredDate("from"), halt.requiredDate("to"));
      halt.requiredText("reason");
      checkOrder(halt, read.from(), read.to());
      halts.add(read);
    }
    checkOffices(in);
    int target = in.requiredInteger("target");
    if (in.has("target") && target < 1) {
      in.fault("target", "must be at least 1");
    }
    int pilot = in.integer("pilot").orElse(0);
    if (pilot < 0 || pilot > target) {
      in.fault("pilot", "must lie between 0 and the target");
    }
    return new Recruitment(from, to, halts, pilot);
  }

  private static void checkOffices(JsonReader in) {
    List<JsonReader> offices = in.elements("offices");
    if (offices.isEmpty()) {
      in.fault("offices", "names at least one office");
    }
    Set<String> named = new HashSet<>();
    for (JsonReader office : offices) {
      String number = office.node().asText();
      if (!number.matches("[0-9]{4}") || !named.add(number)) {
        office.fault("must be a NAV office number of four digits, named once");
      }
    }
  }

  private static void checkOrder(JsonReader in, LocalDate from, LocalDate to) {
    if (in.has("from") && in.has("to") && to.isBefore(from)) {
      in.fault("to", "must not lie before from");
    }
  }
}

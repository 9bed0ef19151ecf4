package org.absentia.outcome.json;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.ReturnToWorkRule;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterDays;
import org.absentia.outcome.definition.ReturnToWorkRule.AfterMonths;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.definition.VacationInsideSpell;
import org.absentia.outcome.definition.Workdays;
import org.absentia.platform.json.JsonReader;

/** Reads an outcome definition: the name of a preset, or one written out. */
public final class DefinitionReading {
  private static final int MOST_WINDOWS = 100;
  private static final Span PLACEHOLDER = new Span(1, Span.Unit.M);

  private enum Unit {
    DAYS,
    MONTHS
  }

  private DefinitionReading() {}

  /** The definition that a member names or holds; the placeholder after a fault is a preset. */
  public static OutcomeDefinition read(JsonReader in, String member) {
    if (!in.has(member)) {
      in.fault(member, "is missing");
      return Presets.all().getFirst();
    }
    if (in.node().path(member).isTextual()) {
      Optional<OutcomeDefinition> preset = in.text(member).flatMap(Presets::named);
      if (preset.isEmpty()) {
        in.fault(member, "must be a definition or one of " + Presets.names());
      }
      return preset.orElseGet(() -> Presets.all().getFirst());
    }
    return in.object(member).map(DefinitionReading::read).orElseGet(() -> Presets.all().getFirst());
  }

  /** Reads a definition that is written out. */
  public static OutcomeDefinition read(JsonReader in) {
    in.noOthers(
        "name",
        "window",
        "workdays",
        "benefits",
        "contract",
        "vacationInsideSpell",
        "returnToWork");
    return new OutcomeDefinition(
        in.requiredText("name"),
        windows(in),
        in.choice("workdays", Workdays.class).orElse(Workdays.MON_FRI),
        benefits(in),
        in.choice("contract", ContractDay.class).orElse(ContractDay.DAILY),
        in.choice("vacationInsideSpell", VacationInsideSpell.class)
            .orElse(VacationInsideSpell.NOT_ABSENT),
        returnToWork(in));
  }

  private static List<Span> windows(JsonReader in) {
    List<Span> windows = new ArrayList<>();
    List<JsonReader> places = limited(in, "window");
    if (places.isEmpty()) {
      in.fault("window", "must hold at least one period");
    }
    for (JsonReader place : places) {
      Optional<Span> span = Optional.of(place.node().asText()).flatMap(Span::parse);
      if (!place.node().isTextual() || span.isEmpty()) {
        place.fault(FORM);
      }
      windows.add(span.orElse(PLACEHOLDER));
    }
    return windows.isEmpty() ? List.of(PLACEHOLDER) : windows;
  }

  private static final String FORM =
      "must be an ISO 8601 period of one unit such as P6M or P28D, at most 100 years";

  private static Set<Benefit> benefits(JsonReader in) {
    if (!in.has("benefits")) {
      in.fault("benefits", "is missing");
    }
    Set<Benefit> benefits = EnumSet.noneOf(Benefit.class);
    for (JsonReader place : in.elements("benefits")) {
      Optional<Benefit> benefit =
          EnumSet.allOf(Benefit.class).stream()
              .filter(known -> known.name().equals(place.node().textValue()))
              .findFirst();
      if (benefit.isEmpty()) {
        place.fault("must be one of " + EnumSet.allOf(Benefit.class));
      }
      benefit.ifPresent(benefits::add);
    }
    return benefits;
  }

  private static List<ReturnToWorkRule> returnToWork(JsonReader in) {
    List<ReturnToWorkRule> rules = new ArrayList<>();
    for (JsonReader place : limited(in, "returnToWork")) {
      if (place.node().isObject()) {
        rules.add(rule(place));
      } else {
        place.fault("must be an object");
      }
    }
    return rules;
  }

  private static ReturnToWorkRule rule(JsonReader in) {
    in.noOthers("unit", "absenceFree", "followUp");
    Optional<Unit> unit = in.choice("unit", Unit.class);
    if (!in.has("unit")) {
      in.fault("unit", "is missing");
    }
    Optional<Span> absenceFree = span(in, "absenceFree");
    Optional<Span> followUp = span(in, "followUp");
    Span oneDay = new Span(1, Span.Unit.D);
    if (unit.isPresent() && unit.get() == Unit.DAYS) {
      String expected = "must be in days or weeks when the unit is DAYS";
      return new AfterDays(
          fitting(in, "absenceFree", absenceFree, AfterDays::fits, expected).orElse(oneDay),
          followUp.orElse(oneDay));
    }
    Predicate<Span> fits = unit.isPresent() ? AfterMonths::fits : any -> true;
    String expected = "must be in whole months or years when the unit is MONTHS";
    return new AfterMonths(
        fitting(in, "absenceFree", absenceFree, fits, expected)
            .filter(AfterMonths::fits)
            .orElse(PLACEHOLDER),
        fitting(in, "followUp", followUp, fits, expected)
            .filter(AfterMonths::fits)
            .orElse(PLACEHOLDER));
  }

  private static Optional<Span> fitting(
      JsonReader in, String name, Optional<Span> span, Predicate<Span> fits, String expected) {
    if (span.isPresent() && !fits.test(span.get())) {
      in.fault(name, expected);
      return Optional.empty();
    }
    return span;
  }

  private static Optional<Span> span(JsonReader in, String name) {
    Optional<String> text = in.text(name);
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    Optional<Span> span = text.flatMap(Span::parse);
    if (text.isPresent() && span.isEmpty()) {
      in.fault(name, FORM);
    }
    return span;
  }

  private static List<JsonReader> limited(JsonReader in, String name) {
    List<JsonReader> places = in.elements(name);
    if (places.size() > MOST_WINDOWS) {
      in.fault(name, "must not hold more than " + MOST_WINDOWS);
      return places.subList(0, MOST_WINDOWS);
    }
    return places;
  }
}

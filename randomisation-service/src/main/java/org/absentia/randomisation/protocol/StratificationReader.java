package org.absentia.randomisation.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Condition;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.Stratification;

/** Reads the rule that finds the level of one factor from the scores of instruments. */
final class StratificationReader {
  private StratificationReader() {}

  static Optional<Stratification> read(
      JsonReader in, List<String> levels, List<Instrument> instruments) {
    List<Stratification.Rule> rules = new ArrayList<>();
    for (JsonReader entry : in.objects("rule")) {
      entry.noOthers("stratum", "when");
      String stratum = entry.requiredText("stratum");
      if (!stratum.isEmpty() && !levels.contains(stratum)) {
        entry.fault("stratum", "must be one of the levels");
      }
      rules.add(new Stratification.Rule(stratum, conditions(entry, instruments)));
    }
    for (String level : levels) {
      if (rules.stream().noneMatch(rule -> rule.stratum().equals(level))) {
        in.fault("rule", "has no way to each of the levels");
        break;
      }
    }
    if (rules.isEmpty() || !rules.getLast().when().isEmpty()) {
      in.fault("rule", "ends with a stratum for everyone else, without conditions");
      return Optional.empty();
    }
    return Optional.of(new Stratification(rules));
  }

  private static Map<String, Condition> conditions(JsonReader entry, List<Instrument> instruments) {
    Map<String, Condition> conditions = new HashMap<>();
    Optional<JsonReader> when = entry.object("when");
    if (when.isEmpty()) {
      return conditions;
    }
    for (String name : Members.names(when.orElseThrow())) {
      if (instruments.stream().noneMatch(instrument -> instrument.name().equals(name))) {
        when.orElseThrow()
            .fault(name, "must be an instrument that this protocol asks for at baseline");
      }
      when.orElseThrow()
          .object(name)
          .flatMap(StratificationReader::condition)
          .ifPresent(condition -> conditions.put(name, condition));
    }
    if (conditions.isEmpty()) {
      entry.fault("when", "states at least one condition, or is left out");
    }
    return conditions;
  }

  private static Optional<Condition> condition(JsonReader in) {
    in.noOthers("atLeast", "below");
    Optional<BigDecimal> atLeast = in.decimal("atLeast");
    Optional<BigDecimal> below = in.decimal("below");
    if (atLeast.isEmpty() && below.isEmpty()) {
      in.fault("states atLeast, below or both");
      return Optional.empty();
    }
    return Optional.of(new Condition(atLeast, below));
  }
}

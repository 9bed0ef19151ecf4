package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;

/**
 * Reads the section {@code strata}: one rule with its levels, or several factors that are crossed.
 * Names and levels are read first, since other sections speak of them.
 */
final class StrataReader {
  /** The name of a factor that the document does not name. */
  static final String ONLY_FACTOR = "stratum";

  private static final String NAME = "[A-Za-z][A-Za-z0-9_-]{0,62}";
  private static final int MOST_FACTORS = 10;
  private static final int MOST_STRATA = 1000;

  private final List<Head> heads = new ArrayList<>();
  private final List<String> crossed;

  private record Head(JsonReader in, String name, List<String> levels) {}

  StrataReader(JsonReader in) {
    if (in.has("factors")) {
      in.noOthers("factors");
      in.objects("factors").forEach(this::readHead);
      if (heads.isEmpty() || heads.size() > MOST_FACTORS) {
        in.fault("factors", "names one to ten factors");
      }
    } else {
      in.noOthers("levels", "rule");
      heads.add(new Head(in, ONLY_FACTOR, levels(in)));
    }
    this.crossed = crossed(in);
  }

  private void readHead(JsonReader in) {
    String name = in.requiredText("name");
    if (in.has("name") && (!name.matches(NAME) || factors().contains(name))) {
      in.fault("name", "is a name of letters, digits, dashes and underscores, given once");
    }
    List<String> levels = levels(in);
    if (levels.stream().anyMatch(level -> level.isBlank() || level.contains(Strata.JOINT))) {
      in.fault("levels", "have names without a slash, which joins crossed levels");
    }
    heads.add(new Head(in, name, levels));
  }

  private static List<String> levels(JsonReader in) {
    List<String> levels = Members.requiredTexts(in, "levels");
    if (levels.isEmpty() || levels.stream().distinct().count() != levels.size()) {
      in.fault("levels", "names at least one stratum, each once");
    }
    return levels;
  }

  private List<String> crossed(JsonReader in) {
    long product = 1;
    for (Head head : heads) {
      product = Math.min(product * head.levels().size(), MOST_STRATA + 1L);
    }
    if (product > MOST_STRATA) {
      in.fault("has at most 1000 strata, crossed");
      return List.of();
    }
    return heads.isEmpty() ? List.of() : Strata.crossed(heads.stream().map(Head::levels).toList());
  }

  List<String> factors() {
    return heads.stream().map(Head::name).toList();
  }

  /** Returns the names of the strata. */
  List<String> crossed() {
    return crossed;
  }

  /** Returns what a participant can belong to: a stratum, or a level that only one factor has. */
  List<String> memberships() {
    List<String> levels = heads.stream().flatMap(head -> head.levels().stream()).toList();
    Set<String> seen = new HashSet<>();
    Set<String> several = new HashSet<>();
    levels.stream().filter(level -> !seen.add(level)).forEach(several::add);
    return Stream.concat(
            crossed.stream(), levels.stream().filter(level -> !several.contains(level)))
        .distinct()
        .toList();
  }

  /** Reads how each factor's level is found; empty when a fault was noted that hinders it. */
  Optional<Strata> read(
      List<Instrument> instruments, List<BaselineVariable> baseline, JsonNode offices) {
    List<Strata.Factor> factors = new ArrayList<>();
    for (Head head : heads) {
      factor(head, instruments, baseline, offices).ifPresent(factors::add);
    }
    return factors.size() == heads.size() ? Optional.of(new Strata(factors)) : Optional.empty();
  }

  private static Optional<Strata.Factor> factor(
      Head head, List<Instrument> instruments, List<BaselineVariable> baseline, JsonNode offices) {
    JsonReader in = head.in();
    if (in.has("variable")) {
      in.noOthers("name", "levels", "variable");
      String variable = in.requiredText("variable");
      if (!levelsOf(variable, baseline).equals(Optional.of(Set.copyOf(head.levels())))) {
        in.fault("variable", "is a category of source ANSWER that has these levels");
      }
      return Optional.of(new Strata.Answered(head.name(), variable));
    }
    if (in.has("source")) {
      in.noOthers("name", "levels", "source");
      checkOffices(in, head, offices);
      return Optional.of(new Strata.OfOffice(head.name(), head.levels()));
    }
    in.noOthers("name", "levels", "rule");
    return StratificationReader.read(in, head.levels(), instruments)
        .map(rule -> new Strata.Ruled(head.name(), rule));
  }

  private static Optional<Set<String>> levelsOf(String name, List<BaselineVariable> baseline) {
    return baseline.stream()
        .filter(variable -> variable.name().equals(name))
        .filter(variable -> variable.source() instanceof BaselineVariable.FromAnswer)
        .flatMap(
            variable ->
                variable.form() instanceof BaselineVariable.CategoryForm form
                    ? Stream.of(Set.copyOf(form.levels()))
                    : Stream.empty())
        .findFirst();
  }

  private static void checkOffices(JsonReader in, Head head, JsonNode offices) {
    if (!in.requiredText("source").equals(Strata.OFFICE)) {
      in.fault("source", "must be " + Strata.OFFICE);
    }
    Set<String> recruiting = new HashSet<>();
    offices.forEach(office -> recruiting.add(office.asText()));
    if (!recruiting.equals(Set.copyOf(head.levels()))) {
      in.fault("levels", "are the offices that recruit");
    }
  }
}

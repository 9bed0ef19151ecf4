package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.absentia.randomisation.instrument.Condition.Truth;

/**
 * The protocol's rule for strata: the first rule whose conditions all hold gives the stratum; the
 * last has none.
 */
public record Stratification(List<Rule> rules) {
  /** A stratum and the conditions on instruments' scores under which it applies. */
  public record Rule(String stratum, Map<String, Condition> when) {
    public Rule {
      when = Map.copyOf(when);
    }
  }

  private static final int MOST_CASES = 10_000;

  public Stratification {
    rules = List.copyOf(rules);
    if (rules.isEmpty() || !rules.getLast().when().isEmpty()) {
      throw new IllegalArgumentException("the last rule applies to everyone");
    }
  }

  /** Determines the stratum; every instrument that the rules name has a score. */
  public Stratum of(Map<String, Score> scores) {
    Set<String> possible = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    for (Rule rule : rules) {
      Truth truth = truth(rule, scores, open);
      if (truth != Truth.FAILS) {
        possible.add(rule.stratum());
      }
      if (truth == Truth.HOLDS) {
        break;
      }
    }
    if (possible.size() == 1) {
      return new Stratum.Determined(possible.iterator().next());
    }
    return only(scores)
        .<Stratum>map(Stratum.Determined::new)
        .orElseGet(() -> new Stratum.Undetermined(List.copyOf(open)));
  }

  // several rules may together cover all that a score can be, and lead to one stratum
  private Optional<String> only(Map<String, Score> scores) {
    List<Map<String, BigDecimal>> cases = List.of(Map.of());
    for (String instrument : new TreeSet<>(conditions().map(Map.Entry::getKey).toList())) {
      List<BigDecimal> values = values(instrument, Objects.requireNonNull(scores.get(instrument)));
      if ((long) cases.size() * values.size() > MOST_CASES) {
        return Optional.empty();
      }
      cases =
          cases.stream()
              .flatMap(known -> values.stream().map(value -> with(known, instrument, value)))
              .toList();
    }
    Set<String> reached = new HashSet<>();
    cases.forEach(values -> reached.add(stratum(values)));
    return reached.size() == 1 ? reached.stream().findFirst() : Optional.empty();
  }

  // no condition changes between two of these: its lowest value and each bound up to its highest
  private List<BigDecimal> values(String instrument, Score score) {
    return Stream.concat(
            Stream.of(score.lowest()),
            conditions()
                .filter(condition -> condition.getKey().equals(instrument))
                .flatMap(condition -> condition.getValue().bounds())
                .filter(bound -> bound.compareTo(score.lowest()) > 0)
                .filter(bound -> bound.compareTo(score.highest()) <= 0)
                .distinct())
        .toList();
  }

  private static Map<String, BigDecimal> with(
      Map<String, BigDecimal> known, String instrument, BigDecimal value) {
    Map<String, BigDecimal> more = new HashMap<>(known);
    more.put(instrument, value);
    return more;
  }

  private String stratum(Map<String, BigDecimal> values) {
    return rules.stream()
        .filter(
            rule ->
                rule.when().entrySet().stream()
                    .allMatch(
                        when ->
                            when.getValue()
                                .holds(Objects.requireNonNull(values.get(when.getKey())))))
        .findFirst()
        .orElseThrow()
        .stratum();
  }

  private Stream<Map.Entry<String, Condition>> conditions() {
    return rules.stream().flatMap(rule -> rule.when().entrySet().stream());
  }

  private static Truth truth(Rule rule, Map<String, Score> scores, Set<String> open) {
    List<String> openHere = new ArrayList<>();
    for (Map.Entry<String, Condition> condition : rule.when().entrySet()) {
      Score score = scores.get(condition.getKey());
      if (score == null) {
        throw new IllegalArgumentException("no score of " + condition.getKey());
      }
      switch (condition.getValue().of(score)) {
        case FAILS -> {
          return Truth.FAILS;
        }
        case OPEN -> openHere.add(condition.getKey());
        case HOLDS -> {
          // the other conditions decide
        }
      }
    }
    openHere.stream().sorted().forEach(open::add);
    return openHere.isEmpty() ? Truth.HOLDS : Truth.OPEN;
  }
}

package org.absentia.randomisation.instrument;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    return possible.size() == 1
        ? new Stratum.Determined(possible.iterator().next())
        : new Stratum.Undetermined(List.copyOf(open));
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

package org.absentia.randomisation.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.absentia.randomisation.instrument.Score;
import org.absentia.randomisation.instrument.Stratification;
import org.absentia.randomisation.instrument.Stratum;

/**
 * The factors that a trial is stratified by. Its strata are their levels crossed; minimisation
 * takes the levels as they are.
 */
public record Strata(List<Factor> factors) {
  /** What an undetermined stratum names when the candidate's office is none of the levels. */
  public static final String OFFICE = "OFFICE";

  /** Joins the levels of crossed factors. */
  static final String JOINT = "/";

  public Strata {
    factors = List.copyOf(factors);
  }

  /** Something that divides participants into levels. */
  public sealed interface Factor {
    String name();

    /** Returns the level as a stratum, as far as it is determined. */
    Stratum level(Map<String, Score> scores, Answers answers, Optional<String> office);
  }

  /** A rule on the scores of instruments. */
  record Ruled(String name, Stratification rule) implements Factor {
    @Override
    public Stratum level(Map<String, Score> scores, Answers answers, Optional<String> office) {
      return rule.of(scores);
    }
  }

  /** The level of a category that the recruiter sends. */
  record Answered(String name, String variable) implements Factor {
    @Override
    public Stratum level(Map<String, Score> scores, Answers answers, Optional<String> office) {
      return answers.values().get(variable) instanceof Value.Level given
          ? new Stratum.Determined(given.level())
          : new Stratum.Undetermined(List.of(), List.of(variable));
    }
  }

  /** The office of the list that named the candidate. */
  record OfOffice(String name, List<String> levels) implements Factor {
    OfOffice {
      levels = List.copyOf(levels);
    }

    @Override
    public Stratum level(Map<String, Score> scores, Answers answers, Optional<String> office) {
      Optional<String> level = office.filter(levels::contains);
      return level.isPresent()
          ? new Stratum.Determined(level.orElseThrow())
          : new Stratum.Undetermined(List.of(), List.of(OFFICE));
    }
  }

  /** Determines the level of each factor and crosses them. */
  public Stratum of(Map<String, Score> scores, Answers answers, Optional<String> office) {
    Map<String, String> levels = new LinkedHashMap<>();
    Set<String> instruments = new LinkedHashSet<>();
    Set<String> values = new LinkedHashSet<>();
    for (Factor factor : factors) {
      switch (factor.level(scores, answers, office)) {
        case Stratum.Determined level -> levels.put(factor.name(), level.name());
        case Stratum.Undetermined open -> {
          instruments.addAll(open.instruments());
          values.addAll(open.values());
        }
      }
    }
    return levels.size() == factors.size()
        ? new Stratum.Determined(String.join(JOINT, levels.values()), levels)
        : new Stratum.Undetermined(List.copyOf(instruments), List.copyOf(values));
  }

  /** Tells whether a participant's office must be known. */
  public boolean needOffice() {
    return factors.stream().anyMatch(OfOffice.class::isInstance);
  }

  /** Returns the names of the strata: the first factor's levels change slowest. */
  static List<String> crossed(List<List<String>> levels) {
    List<String> crossed = List.of("");
    for (int factor = 0; factor < levels.size(); factor++) {
      List<String> longer = new ArrayList<>();
      for (String name : crossed) {
        for (String level : levels.get(factor)) {
          longer.add(factor == 0 ? level : name + JOINT + level);
        }
      }
      crossed = longer;
    }
    return crossed;
  }
}

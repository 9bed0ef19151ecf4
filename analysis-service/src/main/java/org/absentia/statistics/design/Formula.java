package org.absentia.statistics.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model in Wilkinson's notation.
 *
 * @param response the left side, if there is one
 * @param terms by order of interaction, within one order as written
 * @param grouping the random part of a mixed model, {@code (1 + week | id)}
 */
public record Formula(
    Optional<Expression> response,
    boolean intercept,
    List<Term> terms,
    Optional<Grouping> grouping) {
  public Formula {
    terms = terms.stream().sorted(Comparator.comparingInt(Term::order)).toList();
  }

  /** What varies between the groups of a mixed model. */
  public record Grouping(boolean intercept, List<Term> slopes, Expression group) {
    public Grouping {
      slopes = List.copyOf(slopes);
    }
  }

  /**
   * Reads a formula.
   *
   * @throws org.absentia.statistics.data.InputFault at {@code place} when it cannot be read
   */
  public static Formula parse(String text, String place) {
    return new FormulaParser(text, place).formula();
  }

  /** Every variable that the formula names, the response first. */
  public Set<Expression> variables() {
    Set<Expression> variables = new LinkedHashSet<>();
    response.ifPresent(variables::add);
    terms.forEach(term -> variables.addAll(term.factors()));
    grouping.ifPresent(
        random -> {
          random.slopes().forEach(term -> variables.addAll(term.factors()));
          variables.add(random.group());
        });
    return variables;
  }

  /** The same formula with another term at its end, unless it is there. */
  public Formula with(Term term) {
    if (terms.stream().anyMatch(term::isSameAs)) {
      return this;
    }
    List<Term> more = new ArrayList<>(terms);
    more.add(term);
    return new Formula(response, intercept, more, grouping);
  }
}

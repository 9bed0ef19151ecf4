package org.absentia.statistics.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A variable, or the product of several. */
public record Term(List<Expression> factors) {
  public Term {
    factors = List.copyOf(factors);
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("a term has a variable");
    }
  }

  /** As written, the parts in the order in which the formula names them. */
  public String text() {
    return factors.stream().map(Expression::text).collect(Collectors.joining(":"));
  }

  /** How many variables are multiplied. */
  public int order() {
    return factors.size();
  }

  /** Tells whether it is the product of the same variables. */
  boolean isSameAs(Term other) {
    return Set.copyOf(factors).equals(Set.copyOf(other.factors));
  }

  /** The product with another term; a variable in both counts once. */
  Term times(Term other) {
    List<Expression> all = new ArrayList<>(factors);
    other.factors.stream().filter(factor -> !all.contains(factor)).forEach(all::add);
    return new Term(all);
  }
}

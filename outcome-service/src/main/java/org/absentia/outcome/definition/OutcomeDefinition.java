package org.absentia.outcome.definition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a trial measures (contracts/outcomes.md section 2).
 *
 * @param windows lengths of follow-up, counted from the index date; at least one
 */
public record OutcomeDefinition(
    String name,
    List<Span> windows,
    Workdays workdays,
    Set<Benefit> benefits,
    ContractDay contract,
    VacationInsideSpell vacationInsideSpell,
    List<ReturnToWorkRule> returnToWork) {
  public OutcomeDefinition {
    windows = List.copyOf(windows);
    benefits = inOrder(benefits);
    returnToWork = List.copyOf(returnToWork);
    if (windows.isEmpty()) {
      throw new IllegalArgumentException("a definition has at least one window");
    }
  }

  private static Set<Benefit> inOrder(Collection<Benefit> benefits) {
    return benefits.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(benefits));
  }

  public boolean counts(Benefit benefit) {
    return benefits.contains(benefit);
  }

  /** The window that ends last when follow-up begins on a date. */
  public Span longestWindow(LocalDate indexDate) {
    Span longest = windows.getFirst();
    for (Span window : windows) {
      longest = window.after(indexDate).isBefore(longest.after(indexDate)) ? longest : window;
    }
    return longest;
  }

  /**
   * What is left of the definition for a person followed only until a day, which does not count any
   * more: the windows and rules whose follow-up was over by then. Empty when no window was.
   */
  public Optional<OutcomeDefinition> endedBy(LocalDate indexDate, LocalDate end) {
    Predicate<Span> ended = span -> !span.after(indexDate).isAfter(end);
    List<Span> whole = windows.stream().filter(ended).toList();
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OutcomeDefinition(
            name,
            whole,
            workdays,
            benefits,
            contract,
            vacationInsideSpell,
            returnToWork.stream().filter(rule -> ended.test(rule.followUp())).toList()));
  }

  /** The same definition with another day for contracted hours. */
  public OutcomeDefinition with(ContractDay otherContract) {
    return new OutcomeDefinition(
        name, windows, workdays, benefits, otherContract, vacationInsideSpell, returnToWork);
  }
}

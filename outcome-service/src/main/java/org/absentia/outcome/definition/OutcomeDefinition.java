package org.absentia.outcome.definition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    return windows.stream().max(Comparator.comparing(w -> w.after(indexDate))).orElseThrow();
  }

  /** The same definition with another day for contracted hours. */
  public OutcomeDefinition with(ContractDay otherContract) {
    return new OutcomeDefinition(
        name, windows, workdays, benefits, otherContract, vacationInsideSpell, returnToWork);
  }

  /** The same definition with every benefit counted. */
  public OutcomeDefinition withAllBenefits() {
    return new OutcomeDefinition(
        name,
        windows,
        workdays,
        EnumSet.allOf(Benefit.class),
        contract,
        vacationInsideSpell,
        returnToWork);
  }
}

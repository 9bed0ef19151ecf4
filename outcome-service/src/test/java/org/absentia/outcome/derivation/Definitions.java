package org.absentia.outcome.derivation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.absentia.outcome.definition.Benefit;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.ReturnToWorkRule;
import org.absentia.outcome.definition.Span;
import org.absentia.outcome.definition.VacationInsideSpell;
import org.absentia.outcome.definition.Workdays;

/** Definitions for tests: every benefit counts, daily contracts, Monday to Friday. */
final class Definitions {
  private Definitions() {}

  static OutcomeDefinition over(String... windows) {
    return definition(
        Workdays.MON_FRI, EnumSet.allOf(Benefit.class), VacationInsideSpell.NOT_ABSENT, windows);
  }

  static OutcomeDefinition counting(Set<Benefit> benefits, String window) {
    return definition(Workdays.MON_FRI, benefits, VacationInsideSpell.NOT_ABSENT, window);
  }

  static OutcomeDefinition withHolidays(String window) {
    return definition(
        Workdays.MON_FRI_EXCEPT_HOLIDAYS,
        EnumSet.allOf(Benefit.class),
        VacationInsideSpell.NOT_ABSENT,
        window);
  }

  static OutcomeDefinition vacationAsCertified(String window) {
    return definition(
        Workdays.MON_FRI, EnumSet.allOf(Benefit.class), VacationInsideSpell.AS_CERTIFIED, window);
  }

  static OutcomeDefinition returning(ReturnToWorkRule rule) {
    return new OutcomeDefinition(
        "test",
        List.of(span("P6M")),
        Workdays.MON_FRI,
        EnumSet.allOf(Benefit.class),
        ContractDay.DAILY,
        VacationInsideSpell.NOT_ABSENT,
        List.of(rule));
  }

  static Span span(String text) {
    return Span.parse(text).orElseThrow();
  }

  private static OutcomeDefinition definition(
      Workdays workdays, Set<Benefit> benefits, VacationInsideSpell vacation, String... windows) {
    return new OutcomeDefinition(
        "test",
        Arrays.stream(windows).map(Definitions::span).toList(),
        workdays,
        benefits,
        ContractDay.DAILY,
        vacation,
        List.of());
  }
}

package org.absentia.outcome.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.outcome.Seeds;
import org.absentia.outcome.computation.Fact;
import org.absentia.outcome.computation.Fact.RecordReleased;
import org.absentia.outcome.computation.Histories;
import org.absentia.outcome.definition.ContractDay;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.definition.VacationInsideSpell;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Timeline;
import org.junit.jupiter.api.Test;

class StretchesTest {
  private static final LocalDate INDEX = LocalDate.of(2019, 5, 31);
  private static final DayAccount NONE = new DayAccount(-1, 0, 0, 0, 0, 0);

  @Test
  void asking_once_for_each_stretch_agrees_with_asking_for_each_day() {
    Seeds.forSeeds(
        300,
        random -> {
          // Given
          List<Fact> facts = Histories.draw(random, "t", new UUID(0, 1));
          Registers registers = Registers.of(records(facts), VacationInsideSpell.NOT_ABSENT);
          FollowUpMonths months = new FollowUpMonths(INDEX);
          Period days = new Period(Period.day(INDEX) - 400, Period.day(INDEX) + 400);
          for (ContractDay contract : ContractDay.values()) {
            OutcomeDefinition definition = Definitions.over("P6M").with(contract);
            DayRules rules = new DayRules(registers, definition, months);

            // When
            Timeline<DayAccount> stretches = rules.over(days);

            // Then
            for (int day = days.from(); day <= days.to(); day++) {
              assertThat(stretches.at(day, NONE)).isEqualTo(rules.on(day));
            }
          }
        });
  }

  private static CurrentRecords records(List<Fact> facts) {
    Stream<RegistryRecord> versions =
        facts.stream()
            .filter(RecordReleased.class::isInstance)
            .map(fact -> ((RecordReleased) fact).record());
    return CurrentRecords.of(versions.toList());
  }
}

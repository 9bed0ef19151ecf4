package org.absentia.outcome.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.derivation.ExplainedDay;
import org.absentia.outcome.derivation.Telling;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/**
 * Cuts what the records say where they begin or cease to decide.
 *
 * @param days how each day shown is counted
 */
record Lanes(CurrentRecords records, Period shown, List<ExplainedDay> days) {

  List<Lane> of(OutcomeDefinition definition) {
    return Arrays.stream(Register.values())
        .map(register -> new Lane(register, register.isAsked(definition), statements(register)))
        .toList();
  }

  private List<Statement> statements(Register register) {
    return records.of(register.records()).stream()
        .flatMap(record -> statements(register, record))
        .toList();
  }

  private Stream<Statement> statements(Register register, RegistryRecord record) {
    Timeline<RegistryRecord.Entry> said = Telling.of(record.periods(), entry -> entry);
    return said.within(shown).segments().stream()
        .flatMap(segment -> statements(register, record.recordId(), segment).stream());
  }

  private List<Statement> statements(
      Register register, String recordId, Segment<RegistryRecord.Entry> said) {
    List<Statement> statements = new ArrayList<>();
    Period days = said.period();
    int from = days.from();
    for (int day = from; day <= days.to(); day++) {
      boolean decides = decides(register, recordId, day);
      if (day == days.to() || decides != decides(register, recordId, day + 1)) {
        statements.add(new Statement(recordId, said.value(), new Period(from, day), decides));
        from = day + 1;
      }
    }
    return statements;
  }

  private boolean decides(Register register, String recordId, int day) {
    return register.deciders(days.get(day - shown.from()).decidedBy()).contains(recordId);
  }
}

package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.absentia.outcome.chart.Chart;
import org.absentia.outcome.chart.Lane;
import org.absentia.outcome.chart.Mark;
import org.absentia.outcome.chart.Statement;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.timeline.Period;

/** Writes all that a drawing of a participant's follow-up needs. */
public final class ChartWriting {
  private ChartWriting() {}

  /** Writes the chart of a participant. */
  public static ObjectNode write(String participantId, String trialId, Chart chart) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("participantId", participantId)
            .put("trialId", trialId)
            .put("indexDate", chart.outcome().indexDate().toString());
    out.set("definition", DefinitionWriting.write(chart.outcome().definition()));
    out.set("outcome", OutcomeWriting.values(chart.outcome()));
    put(out, chart.shown());
    ArrayNode lanes = out.putArray("lanes");
    chart.lanes().forEach(lane -> lanes.add(write(lane)));
    ArrayNode marks = out.putArray("marks");
    chart.marks().forEach(mark -> marks.add(write(mark)));
    ArrayNode days = out.putArray("days");
    chart.days().forEach(day -> days.add(OutcomeWriting.write(day)));
    return out;
  }

  private static ObjectNode write(Lane lane) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("register", lane.register().name())
            .put("asked", lane.asked());
    ArrayNode periods = out.putArray("periods");
    lane.statements().forEach(said -> periods.add(write(said)));
    return out;
  }

  private static ObjectNode write(Statement said) {
    ObjectNode out = JsonNodeFactory.instance.objectNode().put("recordId", said.recordId());
    put(out, said.days());
    said.kind().ifPresent(kind -> out.put("kind", kind));
    out.set("grade", Numbers.node(PerMyriad.toPercentage(said.grade())));
    return out.put("label", said.label())
        .put("letter", String.valueOf(said.letter()))
        .put("decisive", said.decisive());
  }

  private static ObjectNode write(Mark mark) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("kind", mark.kind().name())
        .put("date", mark.date().toString())
        .put("label", mark.label());
  }

  private static void put(ObjectNode out, Period days) {
    out.put("from", Period.date(days.from()).toString());
    out.put("to", Period.date(days.to()).toString());
  }
}

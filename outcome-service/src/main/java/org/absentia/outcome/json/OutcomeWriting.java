package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.absentia.outcome.derivation.Baseline;
import org.absentia.outcome.derivation.ExplainedDay;
import org.absentia.outcome.derivation.Outcome;
import org.absentia.outcome.derivation.Ratio;
import org.absentia.outcome.timeline.Period;

/** Writes outcomes; here numbers are rounded, and only here. Equal outcomes give equal JSON. */
public final class OutcomeWriting {
  private OutcomeWriting() {}

  /** The answer to an evaluation: index date, definition as used, and all values. */
  public static ObjectNode answer(Outcome outcome) {
    ObjectNode out =
        JsonNodeFactory.instance.objectNode().put("indexDate", outcome.indexDate().toString());
    out.set("definition", DefinitionWriting.write(outcome.definition()));
    out.setAll(values(outcome));
    return out;
  }

  /** The values alone, as stored and published. */
  public static ObjectNode values(Outcome outcome) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    ArrayNode windows = out.putArray("windows");
    outcome.windows().forEach(window -> windows.add(write(window)));
    ArrayNode cumulative = out.putArray("cumulative");
    outcome.cumulative().forEach(lost -> cumulative.add(Numbers.node(lost.rounded())));
    ArrayNode returnToWork = out.putArray("returnToWork");
    outcome
        .returnToWork()
        .forEach(
            result ->
                returnToWork.add(
                    DefinitionWriting.write(result.rule())
                        .put("event", result.event())
                        .put("time", result.time())));
    out.set("baseline", write(outcome.baseline()));
    return out;
  }

  private static ObjectNode write(Outcome.Window window) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("window", window.window().toString())
            .put("from", Period.date(window.days().from()).toString())
            .put("to", Period.date(window.days().to()).toString())
            .put("workdays", window.workdays());
    put(out, "lostWorkdays", window.lostWorkdays());
    ObjectNode bySource = out.putObject("bySource");
    put(bySource, "sickLeave", window.bySource().sickLeave());
    put(bySource, "workAssessmentAllowance", window.bySource().workAssessmentAllowance());
    put(bySource, "disabilityPensionIncrease", window.bySource().disabilityPensionIncrease());
    return out;
  }

  private static ObjectNode write(Baseline baseline) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    put(out, "contractedShare", baseline.contractedShare());
    out.put("contract", baseline.contract().name());
    put(out, "disabilityGrade", baseline.disabilityGrade());
    out.put("gradedDisabilityPension", baseline.gradedDisabilityPension());
    put(out, "sickLeaveGrade", baseline.sickLeaveGrade());
    out.put("sickLeave", baseline.sickLeave().name());
    out.put("consecutiveSickLeaveDays", baseline.consecutiveSickLeaveDays());
    put(out, "lostWorkdaysPreviousYear", baseline.lostWorkdaysPreviousYear());
    out.put("sickLeaveCalendarDaysPreviousYear", baseline.sickLeaveCalendarDaysPreviousYear());
    put(out, "workedShareAfterOneWeek", baseline.workedShareAfterOneWeek());
    return out;
  }

  /** One day of an explanation. */
  public static ObjectNode write(ExplainedDay day) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("date", day.date().toString())
            .put("weight", day.weight());
    put(out, "contractedShare", day.contractedShare());
    put(out, "sickLeave", day.sickLeave());
    put(out, "workAssessmentAllowance", day.workAssessmentAllowance());
    put(out, "disabilityPensionIncrease", day.disabilityPensionIncrease());
    put(out, "lostWork", day.lostWork());
    ObjectNode decidedBy = out.putObject("decidedBy");
    put(decidedBy, "contract", day.decidedBy().contract());
    put(decidedBy, "sickLeave", day.decidedBy().sickLeave());
    put(decidedBy, "workAssessmentAllowance", day.decidedBy().workAssessmentAllowance());
    put(decidedBy, "disabilityPension", day.decidedBy().disabilityPension());
    return out;
  }

  private static void put(ObjectNode out, String name, List<String> recordIds) {
    ArrayNode ids = out.putArray(name);
    recordIds.forEach(ids::add);
  }

  private static void put(ObjectNode out, String name, Ratio number) {
    out.set(name, Numbers.node(number.rounded()));
  }
}

package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.absentia.analysis.method.Streamed.Field;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.design.ModelFrame;
import org.absentia.statistics.survival.BaselineHazard;
import org.absentia.statistics.survival.CoxRegression;
import org.absentia.statistics.survival.CoxResiduals;
import org.absentia.statistics.survival.ProportionalHazards;
import org.absentia.statistics.survival.SchoenfeldResiduals;
import org.absentia.statistics.table.Coefficient;

/** Writes what survival methods answer. */
final class SurvivalWriting {
  private SurvivalWriting() {}

  /** Puts a table of log hazards with the hazard ratios. */
  static void put(ObjectNode out, CoxRegression.Fit fit) {
    Writing.put(out, fit.table());
    ArrayNode rows = out.withArray("coefficients");
    for (int i = 0; i < rows.size(); i++) {
      Coefficient coefficient = fit.table().coefficients().get(i);
      ObjectNode row = (ObjectNode) rows.get(i);
      Interval interval = coefficient.interval();
      Writing.put(row, "hazardRatio", Math.exp(coefficient.estimate()));
      row.set(
          "hazardRatioInterval",
          interval.defined()
              ? Writing.array(Math.exp(interval.lower()), Math.exp(interval.upper()))
              : row.nullNode());
    }
    out.put("converged", fit.converged());
    Writing.put(out, "logLikelihood", fit.logLikelihood());
    Writing.put(out, "nullLogLikelihood", fit.nullLogLikelihood());
    Writing.put(out.putObject("likelihoodRatio"), fit.likelihoodRatio());
    Writing.put(out.putObject("wald"), fit.wald());
    Writing.put(out.putObject("score"), fit.score());
    Writing.put(out, "concordance", fit.concordance());
  }

  static ObjectNode proportionalHazards(ProportionalHazards tests) {
    ObjectNode out = Writing.object().put("time", tests.time().name());
    out.set("scoreTest", terms(tests.scoreTest(), false));
    tests
        .correlation()
        .ifPresentOrElse(
            terms -> out.set("correlation", terms(terms, true)), () -> out.putNull("correlation"));
    return out;
  }

  private static ObjectNode terms(ProportionalHazards.Terms tests, boolean withCorrelation) {
    ObjectNode out = Writing.object();
    ArrayNode terms = out.putArray("terms");
    for (ProportionalHazards.Term term : tests.terms()) {
      ObjectNode row = terms.addObject().put("term", term.name());
      if (withCorrelation) {
        Writing.put(row, "correlation", term.correlation());
      }
      Writing.put(row, term.test());
    }
    Writing.put(out.putObject("global"), tests.global());
    return out;
  }

  static ArrayNode baseline(List<BaselineHazard> hazards) {
    ArrayNode out = Writing.object().arrayNode();
    for (BaselineHazard hazard : hazards) {
      ObjectNode stratum = out.addObject();
      hazard
          .stratum()
          .ifPresentOrElse(name -> stratum.put("stratum", name), () -> stratum.putNull("stratum"));
      stratum.set(
          "steps",
          Streamed.objects(
              Field.number("time", hazard.times()),
              Field.number("cumulativeHazard", hazard.cumulativeHazard())));
    }
    return out;
  }

  static ObjectNode residuals(CoxRegression.Fit fit, ModelFrame frame) {
    CoxResiduals residuals = CoxResiduals.of(fit);
    ObjectNode out = Writing.object();
    out.set("martingale", perRow(frame, residuals.martingale()));
    out.set("deviance", perRow(frame, residuals.deviance()));
    out.set("linearPredictor", perRow(frame, residuals.linearPredictor()));
    SchoenfeldResiduals schoenfeld = SchoenfeldResiduals.of(fit);
    ObjectNode events = out.putObject("schoenfeld");
    events.set("times", Streamed.array(schoenfeld.times()));
    events.set("values", byTerm(fit, schoenfeld.values()));
    events.set("scaled", byTerm(fit, schoenfeld.scaled()));
    return out;
  }

  private static JsonNode perRow(ModelFrame frame, Vector numbers) {
    return Writing.perRow(frame.inputRows(), frame.rows(), numbers);
  }

  private static ObjectNode byTerm(CoxRegression.Fit fit, List<Vector> columns) {
    ObjectNode out = Writing.object();
    for (int i = 0; i < columns.size(); i++) {
      out.set(fit.design().names().get(i), Streamed.array(columns.get(i)));
    }
    return out;
  }
}

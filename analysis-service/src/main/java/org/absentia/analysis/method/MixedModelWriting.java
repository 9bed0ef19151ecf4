package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.absentia.statistics.mixed.Covariance;
import org.absentia.statistics.mixed.MixedFit;
import org.absentia.statistics.mixed.TermTest;
import org.absentia.statistics.mixed.VarianceComponents;
import org.absentia.statistics.table.Coefficient;
import org.ejml.data.DMatrixRMaj;

/** Writes the members of a mixed model's answer. */
final class MixedModelWriting {
  private MixedModelWriting() {}

  static void put(ObjectNode answer, MixedFit fit, Covariance covariance) {
    answer.put("groups", fit.groups().size());
    Writing.put(answer, fit.table());
    Writing.put(answer, "logLikelihood", fit.logLikelihood());
    answer.put("converged", fit.converged());
    answer.put("singular", fit.singular());
    answer.put("fallbackUsed", fit.fallbackUsed());
    answer.set("varianceComponents", components(fit.components(), covariance));
    ObjectNode linear = answer.putObject("versusLinear");
    Writing.put(linear, "logLikelihood", fit.linearLogLikelihood());
    Writing.put(linear, "chiSquare", fit.likelihoodRatio());
    answer.set("randomEffects", randomEffects(fit));
  }

  private static ObjectNode components(VarianceComponents components, Covariance covariance) {
    ObjectNode out = Writing.object();
    ArrayNode random = out.putArray("random");
    for (int i = 0; i < components.terms().size(); i++) {
      ObjectNode term = random.addObject().put("term", components.terms().get(i));
      putVariance(term, components.variance(i));
    }
    putCovariance(out, components, covariance);
    putVariance(out.putObject("residual"), components.residual());
    return out;
  }

  private static void putVariance(ObjectNode out, double variance) {
    Writing.put(out, "variance", variance);
    Writing.put(out, "standardDeviation", Math.sqrt(variance));
  }

  /** A number each for two terms, matrices for more. */
  private static void putCovariance(
      ObjectNode out, VarianceComponents components, Covariance covariance) {
    int q = components.terms().size();
    if (q < 2 || covariance == Covariance.INDEPENDENT) {
      out.putNull("covariance");
      out.putNull("correlation");
    } else if (q == 2) {
      Writing.put(out, "covariance", components.covariance().get(0, 1));
      Writing.put(out, "correlation", components.correlation(0, 1));
    } else {
      out.set("covariance", Writing.matrix(components.covariance()));
      DMatrixRMaj correlations = new DMatrixRMaj(q, q);
      for (int i = 0; i < q; i++) {
        for (int j = 0; j < q; j++) {
          correlations.set(i, j, i == j ? 1 : components.correlation(i, j));
        }
      }
      out.set("correlation", Writing.matrix(correlations));
    }
  }

  private static ArrayNode randomEffects(MixedFit fit) {
    ArrayNode groups = JsonNodeFactory.instance.arrayNode();
    for (int group = 0; group < fit.groups().size(); group++) {
      ObjectNode out = groups.addObject().put("group", fit.groups().get(group));
      ObjectNode effects = out.putObject("effects");
      for (int i = 0; i < fit.components().terms().size(); i++) {
        Writing.put(effects, fit.components().terms().get(i), fit.randomEffects().get(group).at(i));
      }
    }
    return groups;
  }

  static ObjectNode contrast(Coefficient contrast) {
    ObjectNode row = Writing.coefficient(contrast);
    row.remove("term");
    return Writing.object().put("name", contrast.term()).setAll(row);
  }

  static ArrayNode tests(List<TermTest> tests) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (TermTest test : tests) {
      Writing.put(rows.addObject().put("term", test.term()), test.test());
    }
    return rows;
  }
}

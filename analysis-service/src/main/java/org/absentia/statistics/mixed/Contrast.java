package org.absentia.statistics.mixed;

import java.util.List;
import java.util.Map;
import org.absentia.statistics.data.InputFault;
import org.absentia.statistics.distribution.StandardNormal;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;

/**
 * A linear combination of fixed effects.
 *
 * @param weights by term; a term that is not named has weight 0
 */
public record Contrast(String name, Map<String, Double> weights) {
  public Contrast {
    weights = Map.copyOf(weights);
  }

  /**
   * The estimate of the combination; undefined when it asks for a column that was dropped.
   *
   * @param terms all columns of the model, also those that were dropped
   * @throws InputFault for a term that the model does not have
   */
  public Coefficient of(CoefficientTable table, List<String> terms, double level) {
    List<String> kept = table.coefficients().stream().map(Coefficient::term).toList();
    double[] c = new double[kept.size()];
    boolean defined = true;
    for (Map.Entry<String, Double> weight : weights.entrySet()) {
      if (!terms.contains(weight.getKey())) {
        throw new InputFault(
            "/contrasts/" + escaped(name) + "/" + escaped(weight.getKey()),
            "is not a term of the model");
      }
      int place = kept.indexOf(weight.getKey());
      defined &= place >= 0 || weight.getValue() == 0;
      if (place >= 0) {
        c[place] = weight.getValue();
      }
    }
    double estimate = defined ? 0 : Double.NaN;
    double variance = estimate;
    for (int i = 0; i < c.length; i++) {
      estimate += c[i] * table.coefficients().get(i).estimate();
      for (int j = 0; j < c.length; j++) {
        variance += c[i] * c[j] * table.covariance().get(i, j);
      }
    }
    StandardNormal normal = new StandardNormal();
    return CoefficientTable.row(name, estimate, Math.sqrt(variance), normal, normal.within(level));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}

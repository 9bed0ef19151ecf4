package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.data.Interval;
import org.absentia.statistics.data.Vector;
import org.absentia.statistics.regression.LinearRegression.FTest;
import org.absentia.statistics.table.ChiSquare;
import org.absentia.statistics.table.Coefficient;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;

/** Writes numbers and tables; what is not defined is null. */
final class Writing {
  private Writing() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Puts a number, or null for one that is not finite. */
  static void put(ObjectNode out, String name, double number) {
    if (Double.isFinite(number)) {
      out.put(name, number);
    } else {
      out.putNull(name);
    }
  }

  static void put(ObjectNode out, String name, Interval interval) {
    if (interval.defined()) {
      out.set(name, array(interval.lower(), interval.upper()));
    } else {
      out.putNull(name);
    }
  }

  /** An array of numbers, null for each that is not finite. */
  static ArrayNode array(double... numbers) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(numbers.length);
    for (double number : numbers) {
      add(array, number);
    }
    return array;
  }

  private static void add(ArrayNode array, double number) {
    if (Double.isFinite(number)) {
      array.add(number);
    } else {
      array.addNull();
    }
  }

  /** An entry for each row of the input, null for those that were not used. */
  static JsonNode perRow(int inputRows, Indexes rows, Vector numbers) {
    double[] all = new double[inputRows];
    Arrays.fill(all, Double.NaN);
    for (int i = 0; i < rows.size(); i++) {
      all[rows.at(i)] = numbers.at(i);
    }
    return Streamed.array(Vector.of(all));
  }

  static ArrayNode matrix(DMatrixRMaj matrix) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode(matrix.getNumRows());
    for (int i = 0; i < matrix.getNumRows(); i++) {
      ArrayNode row = rows.addArray();
      for (int j = 0; j < matrix.getNumCols(); j++) {
        add(row, matrix.get(i, j));
      }
    }
    return rows;
  }

  /** Puts {@code coefficients}, {@code covariance} and {@code degreesOfFreedom}. */
  static void put(ObjectNode out, CoefficientTable table) {
    out.set("coefficients", coefficients(table));
    out.set("covariance", matrix(table.covariance()));
    table
        .degreesOfFreedom()
        .ifPresentOrElse(
            df -> put(out, "degreesOfFreedom", df), () -> out.putNull("degreesOfFreedom"));
  }

  static ArrayNode coefficients(CoefficientTable table) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    table.coefficients().forEach(coefficient -> rows.add(coefficient(coefficient)));
    return rows;
  }

  static ObjectNode coefficient(Coefficient coefficient) {
    ObjectNode row = object().put("term", coefficient.term());
    put(row, "estimate", coefficient.estimate());
    put(row, "standardError", coefficient.standardError());
    put(row, "statistic", coefficient.statistic());
    put(row, "pValue", coefficient.pValue());
    put(row, "confidenceInterval", coefficient.interval());
    return row;
  }

  /** Puts {@code chiSquare}, {@code degreesOfFreedom} and {@code pValue}. */
  static void put(ObjectNode out, ChiSquare test) {
    put(out, "chiSquare", test.statistic());
    out.put("degreesOfFreedom", test.degreesOfFreedom());
    put(out, "pValue", test.pValue());
  }

  static ObjectNode fTest(FTest test) {
    ObjectNode out = object();
    put(out, "statistic", test.statistic());
    put(out, "df1", test.df1());
    put(out, "df2", test.df2());
    put(out, "pValue", test.pValue());
    return out;
  }
}

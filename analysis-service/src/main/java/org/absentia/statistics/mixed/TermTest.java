package org.absentia.statistics.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.absentia.statistics.design.Design;
import org.absentia.statistics.design.Term;
import org.absentia.statistics.table.ChiSquare;
import org.absentia.statistics.table.CoefficientTable;
import org.ejml.data.DMatrixRMaj;

/**
 * Wald's joint test of all coefficients of a term, b'V^-1 b (R {@code car::Anova} type III with
 * treatment contrasts, Stata {@code test}).
 *
 * @param term as the formula writes it
 * @param test of as many degrees of freedom as it has coefficients; 0 where none was kept
 */
public record TermTest(String term, ChiSquare test) {

  /** The tests of all terms of a fitted model. */
  public static List<TermTest> of(List<Term> terms, Design design, CoefficientTable table) {
    List<TermTest> tests = new ArrayList<>();
    for (int place = 0; place < terms.size(); place++) {
      tests.add(of(terms.get(place).text(), places(design, place), table));
    }
    return tests;
  }

  private static int[] places(Design design, int term) {
    int[] places = new int[design.p()];
    int found = 0;
    for (int i = 0; i < design.p(); i++) {
      if (design.columns().get(i).term() == term) {
        places[found++] = i;
      }
    }
    return Arrays.copyOf(places, found);
  }

  private static TermTest of(String term, int[] places, CoefficientTable table) {
    double[] estimates = table.estimates();
    int k = places.length;
    DMatrixRMaj covariance = new DMatrixRMaj(k, k);
    double[] b = new double[k];
    for (int i = 0; i < k; i++) {
      b[i] = estimates[places[i]];
      for (int j = 0; j < k; j++) {
        covariance.set(i, j, table.covariance().get(places[i], places[j]));
      }
    }
    double chiSquare = k == 0 ? Double.NaN : QuadraticForm.of(b, covariance);
    return new TermTest(term, ChiSquare.of(chiSquare, k));
  }
}

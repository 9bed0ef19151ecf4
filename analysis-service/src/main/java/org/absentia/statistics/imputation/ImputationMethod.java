package org.absentia.statistics.imputation;

/** The model from which the gaps of a variable are filled. */
public enum ImputationMethod {
  /** Bayesian linear regression. */
  NORMAL,
  /** An observed value of a row with a near prediction (Little 1988). */
  PMM,
  LOGISTIC,
  /** Proportional odds. */
  ORDINAL,
  MULTINOMIAL;

  /** Tells whether it draws one of several levels. */
  public boolean isCategorical() {
    return switch (this) {
      case NORMAL, PMM -> false;
      case LOGISTIC, ORDINAL, MULTINOMIAL -> true;
    };
  }
}

package org.absentia.outcome.definition;

/** The benefits whose days can count as lost work. */
public enum Benefit {
  SICK_LEAVE,
  WORK_ASSESSMENT_ALLOWANCE,
  DISABILITY_PENSION_INCREASE
}

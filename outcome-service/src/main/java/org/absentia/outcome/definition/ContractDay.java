package org.absentia.outcome.definition;

/**
 * The day on which contracted hours are read: each day, each follow-up month's first, the index.
 */
public enum ContractDay {
  DAILY,
  MONTHLY,
  BASELINE
}

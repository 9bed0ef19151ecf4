package org.absentia.outcome.computation;

/** How far a participant withdrew. */
public enum WithdrawalLevel {
  STOP_INTERVENTION,
  STOP_QUESTIONNAIRES,
  STOP_REGISTRY_DATA,
  WITHDRAW_KEEPING_DATA,
  WITHDRAW_AND_ERASE;

  /** Tells whether registry data may no longer be used from the day of withdrawal. */
  public boolean endsFollowUp() {
    return switch (this) {
      case STOP_INTERVENTION, STOP_QUESTIONNAIRES -> false;
      case STOP_REGISTRY_DATA, WITHDRAW_KEEPING_DATA, WITHDRAW_AND_ERASE -> true;
    };
  }
}

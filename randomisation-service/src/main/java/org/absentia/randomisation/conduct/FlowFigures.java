package org.absentia.randomisation.conduct;

import java.util.List;
import java.util.Map;
import org.absentia.randomisation.trial.Withdrawal;

/** Counts what the flow chart is made of, without looking at any arm. */
public interface FlowFigures {
  /** Returns how many listed candidates share a stage, its reasons and an assessment. */
  List<Place> places(String trialId);

  /** Returns how many attempts to reach candidates were made. */
  long attempts(String trialId);

  /** Returns the furthest level of each participant who withdrew after being randomised. */
  Map<Withdrawal.Level, Long> withdrawnAfterSlot(String trialId);

  /** Returns how many adverse events were reported, the serious ones apart. */
  AdverseEventCount adverseEvents(String trialId);

  /**
   * Candidates at the same place.
   *
   * @param reasonCodes why they came no further; empty where no code was given
   * @param assessed whether a team assessed them
   */
  record Place(Stage stage, List<String> reasonCodes, boolean assessed, long candidates) {
    public Place {
      reasonCodes = List.copyOf(reasonCodes);
    }
  }

  /** Adverse events by report, each counted once whatever its corrections. */
  record AdverseEventCount(long all, long serious) {}
}

package org.absentia.analysis.dataset;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many persons came how far before randomisation (the upper half of the trial's flow chart).
 *
 * @param screened persons whose register data were looked at, over all lists
 * @param notEligible by reason, over all lists
 * @param listed candidates on the recruiters' lists
 * @param excluded by reason found in the call
 * @param notRandomised consented but not randomised
 * @param stoppedIntervention randomised, and at the lock went no further than to stop the
 *     intervention; in all, since by label it would tell which arms have one
 * @param stoppedQuestionnaires the same of the questionnaires
 */
public record Flow(
    int screened,
    SortedMap<String, Integer> notEligible,
    int listed,
    int notContacted,
    int notReached,
    int excludedInAll,
    SortedMap<String, Integer> excluded,
    int declined,
    int notRandomised,
    int randomised,
    int stoppedIntervention,
    int stoppedQuestionnaires) {

  public Flow {
    notEligible = Collections.unmodifiableSortedMap(new TreeMap<>(notEligible));
    excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
  }
}

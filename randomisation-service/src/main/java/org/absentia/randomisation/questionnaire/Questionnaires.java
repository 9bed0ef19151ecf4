package org.absentia.randomisation.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Trial;

/** The recorded questionnaires. */
public interface Questionnaires {
  /** Returns the latest version of each timepoint. */
  List<Questionnaire> latest(Trial trial, UUID participantId);

  /** Returns all versions of a timepoint, the first one first. */
  List<Questionnaire> versions(Trial trial, UUID participantId, String timepoint);

  void add(Questionnaire questionnaire);

  /**
   * Returns whom questionnaires are expected of, in order of ids after the given one: participants
   * with a slot who did not withdraw from questionnaires.
   */
  List<Expected> expected(String trialId, Optional<UUID> after, int limit);
}

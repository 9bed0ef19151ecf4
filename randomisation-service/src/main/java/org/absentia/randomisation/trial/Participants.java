package org.absentia.randomisation.trial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Answers;

/** The enrolled participants. */
public interface Participants {
  /** Makes others who enrol this candidate wait until the transaction ends. */
  void reserve(String trialId, String candidateId);

  Optional<Participant> ofCandidate(Trial trial, String candidateId);

  /** Finds a participant of this trial; one of another trial is not found. */
  Optional<Participant> find(Trial trial, UUID participantId);

  /** Like {@link #find}, and holds the participant until the transaction ends. */
  default Optional<Participant> lock(Trial trial, UUID participantId) {
    return Optional.ofNullable(lock(trial, List.of(participantId)).get(participantId));
  }

  /**
   * Finds those of this trial and holds them, in the order of their ids, so that no two wait for
   * each other.
   */
  Map<UUID, Participant> lock(Trial trial, Collection<UUID> participantIds);

  void add(Participant participant);

  void setAnswers(UUID participantId, Answers answers);

  /**
   * Removes answers and the personal salt for ever, makes participant and contacts those of nobody,
   * and keeps the candidate from being enrolled again.
   */
  void erase(UUID participantId);

  /** Returns participants in order of their ids, beginning after the given one. */
  List<Participant> page(Trial trial, Optional<UUID> after, int limit);
}

package org.absentia.analysis.dataset;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the facts that events bring are kept. Each may come again, late, or before the fact it
 * refers to; none of that changes what is known in the end.
 */
public interface Facts {

  /** Keep a protocol; the highest version counts. */
  void opened(Protocol protocol);

  void enrolled(Enrolment enrolment);

  void withdrawn(String trialId, UUID participantId, Withdrawal withdrawal);

  /** Keep baseline answers; the latest recording counts. */
  void answered(String trialId, UUID participantId, Instant recordedAt, Map<String, Value> answers);

  /** Drop the baseline answers of a participant. */
  void unanswered(UUID participantId);

  /** Keep an outcome; the highest version counts. */
  void computed(String trialId, UUID participantId, Outcome outcome);

  void contacted(String trialId, Contact contact);

  void listed(String trialId, String listId, CandidateList list);

  /** A trial's protocol as its JSON text. */
  record Protocol(String trialId, int version, String digest, String text) {}

  record Enrolment(
      String trialId,
      UUID participantId,
      Optional<String> stratum,
      Optional<Integer> epoch,
      boolean pilot) {}
}

package org.absentia.randomisation.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was recorded of deliveries. */
public interface Deliveries {
  /** A participant whose deliveries changed, or were erased, since they were last told. */
  record Untold(
      UUID eventId, UUID participantId, String trialId, Instant changedAt, boolean erased) {}

  /** Returns every version of the participant's sessions, in order of session and version. */
  List<Session> sessions(UUID participantId);

  /** Returns every version of one session, whoever's it is. */
  List<Session> versions(UUID sessionId);

  Optional<RecordedStatus> status(UUID participantId);

  void add(Session session);

  void add(RecordedStatus status);

  /**
   * Returns the oldest changes still to be told, only of trials whose code two persons have opened.
   */
  List<Untold> untold(int limit);

  void markTold(List<UUID> eventIds);
}

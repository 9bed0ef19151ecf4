package org.absentia.outcome.computation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The participants whose outcome may have to be computed anew. */
public interface Cases {
  /**
   * Takes participants of a share whose facts changed at or before an instant, or whose follow-up
   * has ended by today without a complete outcome, the longest waiting first. Nobody else gets them
   * until the transaction ends. Those whose trial or index date is not known yet go on waiting.
   */
  List<WaitingParticipant> take(Share share, Instant changedBefore, LocalDate today, int limit);

  /** Notes that a participant's newest outcome agrees with the facts. */
  void settle(ParticipantCase participant, OutcomeStatus status);

  /** Adds a participant's next outcome version. */
  void add(OutcomeVersion next);

  /** Empties all outcome versions of an erased participant; numbers and hashes stay. */
  void forgetValues(UUID participantId);

  /** Puts a participant off until an instant, after a failure. */
  void postpone(UUID participantId, Instant until);
}

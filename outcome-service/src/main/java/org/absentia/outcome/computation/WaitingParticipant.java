package org.absentia.outcome.computation;

import java.util.UUID;

/** A participant whose outcome may have to be computed anew. */
public interface WaitingParticipant {
  UUID participantId();

  /** All that is known of the participant; fails when what is stored cannot be read. */
  ParticipantCase read();
}

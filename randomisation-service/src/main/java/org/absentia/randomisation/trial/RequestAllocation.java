package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import org.absentia.randomisation.scheme.Octets;

/** Takes a slot for a recruiter, and remembers under an opaque name who asked for it and when. */
@ApplicationScoped
public class RequestAllocation {
  private final AllocateParticipant allocateParticipant;
  private final AllocationRequests requests;
  private final Trials trials;
  private final Clock clock;

  RequestAllocation(
      AllocateParticipant allocateParticipant,
      AllocationRequests requests,
      Trials trials,
      Clock clock) {
    this.allocateParticipant = allocateParticipant;
    this.requests = requests;
    this.trials = trials;
    this.clock = clock;
  }

  /**
   * Takes a slot.
   *
   * @param subject of the token of whoever asks
   */
  @Transactional
  public AllocateParticipant.Result request(
      Trial trial, UUID participantId, String idempotencyKey, String subject) {
    AllocateParticipant.Result result =
        allocateParticipant.allocate(trial, participantId, idempotencyKey);
    if (result instanceof AllocateParticipant.Allocated) {
      requests.requested(trial.id(), participantId, opaque(trial.id(), subject), clock.instant());
    }
    return result;
  }

  // under a secret that is never opened: the names of recruiters could be guessed
  private String opaque(String trialId, String subject) {
    byte[] name = Octets.labelled("recruiter").text(trialId).text(subject).toByteArray();
    return HexFormat.of().formatHex(trials.secrets(trialId).headSeed().hmac(name));
  }
}

package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.absentia.randomisation.scheme.Octets;
import org.absentia.randomisation.scheme.Secret;

/** Remembers under an opaque name who asked for which slot and when. */
@ApplicationScoped
class RecruiterNames {
  private final AllocationRequests requests;
  private final KeysInUse keys;
  private final Clock clock;

  RecruiterNames(AllocationRequests requests, KeysInUse keys, Clock clock) {
    this.requests = requests;
    this.keys = keys;
    this.clock = clock;
  }

  void note(Trial trial, Collection<AllocateParticipants.Request> served) {
    // under a secret that is never opened: the names of recruiters could be guessed
    Secret secret = keys.of(trial).headSeed();
    Map<UUID, String> recruiters = new HashMap<>();
    for (AllocateParticipants.Request request : served) {
      recruiters.put(request.participantId(), opaque(secret, trial.id(), request.subject()));
    }
    requests.requested(trial.id(), recruiters, clock.instant());
  }

  private static String opaque(Secret secret, String trialId, String subject) {
    byte[] name = Octets.labelled("recruiter").text(trialId).text(subject).toByteArray();
    return HexFormat.of().formatHex(secret.hmac(name));
  }
}

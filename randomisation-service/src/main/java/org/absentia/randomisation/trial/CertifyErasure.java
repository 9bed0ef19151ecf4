package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.SignedHead;

/** Certifies an erasure, under a signed head of the log that covers its entry. */
@ApplicationScoped
public class CertifyErasure {
  /** What can be shown to whoever asks whether it was done. */
  public record Certificate(
      Erasure erasure, List<Erasure.Confirmation> confirmations, SignedHead head) {
    public Certificate {
      confirmations = List.copyOf(confirmations);
    }
  }

  private final Trials trials;
  private final Erasures erasures;
  private final TrialLog log;
  private final Clock clock;

  CertifyErasure(Trials trials, Erasures erasures, TrialLog log, Clock clock) {
    this.trials = trials;
    this.erasures = erasures;
    this.log = log;
    this.clock = clock;
  }

  @Transactional
  public Optional<Certificate> certify(Trial trial, UUID participantId) {
    return erasures
        .find(trial.id(), participantId)
        .map(
            erasure ->
                new Certificate(erasure, erasures.confirmations(participantId), head(trial)));
  }

  private SignedHead head(Trial trial) {
    return new HeadKey(trials.secrets(trial.id()).headSeed())
        .sign(log.tip(trial.id()), clock.instant());
  }
}

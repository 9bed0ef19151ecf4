package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  private final Erasures erasures;
  private final SignHead signHead;

  CertifyErasure(Erasures erasures, SignHead signHead) {
    this.erasures = erasures;
    this.signHead = signHead;
  }

  @Transactional
  public Optional<Certificate> certify(Trial trial, UUID participantId) {
    return erasures
        .find(trial.id(), participantId)
        .map(
            erasure ->
                new Certificate(
                    erasure, erasures.confirmations(participantId), signHead.sign(trial)));
  }
}

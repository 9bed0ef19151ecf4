package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps the word of another service that it has erased a participant. */
@ApplicationScoped
public class ConfirmErasure {
  private final Erasures erasures;
  private final Clock clock;

  ConfirmErasure(Erasures erasures, Clock clock) {
    this.erasures = erasures;
    this.clock = clock;
  }

  @Transactional
  public void confirm(UUID participantId, String service) {
    erasures.confirm(participantId, service, clock.instant());
  }
}

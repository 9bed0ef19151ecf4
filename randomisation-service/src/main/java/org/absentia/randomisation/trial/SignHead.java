package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.absentia.randomisation.allocation.SignedHead;

/** Signs where the log of a trial ends now. */
@ApplicationScoped
public class SignHead {
  private final KeysInUse keys;
  private final TrialLog log;
  private final Clock clock;

  SignHead(KeysInUse keys, TrialLog log, Clock clock) {
    this.keys = keys;
    this.log = log;
    this.clock = clock;
  }

  public SignedHead sign(Trial trial) {
    return keys.of(trial).headKey().sign(log.tip(trial.id()), clock.instant());
  }
}

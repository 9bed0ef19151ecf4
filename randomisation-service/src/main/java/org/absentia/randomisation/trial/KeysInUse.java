package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Secret;

/**
 * The keys of the trials for which this process takes slots, opened once: opening seven envelopes,
 * maybe at a remote key service, would be the dearest part of each allocation.
 */
@ApplicationScoped
class KeysInUse {
  private final Trials trials;
  private final Map<String, Keys> opened = new ConcurrentHashMap<>();

  /** What a slot needs. */
  record Keys(Concealment concealment, HeadKey headKey, Secret headSeed) {}

  KeysInUse(Trials trials) {
    this.trials = trials;
  }

  Keys of(Trial trial) {
    return opened.computeIfAbsent(trial.id(), id -> open(trial));
  }

  private Keys open(Trial trial) {
    TrialSecrets secrets = trials.secrets(trial.id());
    return new Keys(
        new Concealment(trial.protocol().design(), secrets.key()),
        new HeadKey(secrets.headSeed()),
        secrets.headSeed());
  }
}

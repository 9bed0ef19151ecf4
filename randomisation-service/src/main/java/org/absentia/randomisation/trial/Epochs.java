package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.WeightedEpochs;

/** The epochs that were declared, in their order. */
public interface Epochs {
  List<Epoch> of(String trialId, String stratum);

  /** Returns the number of the epoch of a slot, from 1; empty where the design has no epochs. */
  default OptionalInt number(Trial trial, String stratum, int slot) {
    return trial.protocol().design().scheme() instanceof WeightedEpochs
        ? OptionalInt.of(Epoch.number(of(trial.id(), stratum), slot))
        : OptionalInt.empty();
  }

  void add(String trialId, String stratum, Epoch epoch, Instant startedAt);
}

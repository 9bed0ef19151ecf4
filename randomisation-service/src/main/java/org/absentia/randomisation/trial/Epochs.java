package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import org.absentia.randomisation.scheme.Epoch;

/** The epochs that were declared, in their order. */
public interface Epochs {
  List<Epoch> of(String trialId, String stratum);

  void add(String trialId, String stratum, Epoch epoch, Instant startedAt);
}

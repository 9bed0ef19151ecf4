package org.absentia.randomisation.trial;

import java.util.List;

/** The locked baselines. */
public interface Baselines extends Facts<Baseline> {
  /** Adds the baselines of one trial, locked at one time. */
  void add(List<Baseline> baselines);
}

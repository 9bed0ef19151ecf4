package org.absentia.randomisation.trial;

/** The locked baselines. */
public interface Baselines extends Facts<Baseline> {
  void add(Baseline baseline);
}

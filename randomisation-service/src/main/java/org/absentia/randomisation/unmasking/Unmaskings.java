package org.absentia.randomisation.unmasking;

import java.util.List;
import org.absentia.randomisation.trial.Facts;

/** The participants of unmasked datasets. */
public interface Unmaskings extends Facts<Unmasked> {
  boolean exists(String datasetId);

  void add(List<Unmasked> unmasked);
}

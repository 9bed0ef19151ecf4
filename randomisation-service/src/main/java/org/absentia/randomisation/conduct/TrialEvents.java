package org.absentia.randomisation.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The events of all trials. */
public interface TrialEvents {
  /** Returns them in order of their first days. */
  List<TrialEvent> ofTrial(String trialId);

  Optional<TrialEvent> find(String trialId, UUID id);

  void add(TrialEvent event);

  /** Sets the last day of one that had none. */
  void end(UUID id, LocalDate to);
}

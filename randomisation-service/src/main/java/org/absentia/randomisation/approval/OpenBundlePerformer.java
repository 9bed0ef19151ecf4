package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.trial.Maskings;
import org.absentia.randomisation.trial.Trial;

/** Opens the trial's secrets, once its data are locked. */
@ApplicationScoped
class OpenBundlePerformer implements Performer {
  private final Maskings maskings;

  OpenBundlePerformer(Maskings maskings) {
    this.maskings = maskings;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.OPEN_BUNDLE;
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    return maskings.lastOf(trial.id()).isPresent()
        ? List.of()
        : List.of(new Refusal("action", "no dataset of the trial has been locked"));
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    return List.of(new LogEvent.Exported("BUNDLE"));
  }
}

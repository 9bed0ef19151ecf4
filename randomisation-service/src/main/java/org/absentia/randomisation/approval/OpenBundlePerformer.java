package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.contingency.ContingencyPacks;
import org.absentia.randomisation.trial.Maskings;
import org.absentia.randomisation.trial.Trial;

/** Opens the trial's secrets, once its data are locked. */
@ApplicationScoped
class OpenBundlePerformer implements Performer {
  private final Maskings maskings;
  private final ContingencyPacks packs;

  OpenBundlePerformer(Maskings maskings, ContingencyPacks packs) {
    this.maskings = maskings;
    this.packs = packs;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.OPEN_BUNDLE;
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    if (packs.anyOut(trial.id())) {
      return List.of(new Refusal("action", "a contingency pack has not been returned"));
    }
    List<Refusal> refusals = new ArrayList<>();
    if (maskings.lastOf(trial.id()).isEmpty()) {
      refusals.add(new Refusal("action", "no dataset of the trial has been locked"));
    }
    if (packs.anyOut(trial.id())) {
      refusals.add(new Refusal("action", "a contingency pack has not been returned"));
    }
    return refusals;
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    return List.of(new LogEvent.Exported("BUNDLE"));
  }
}

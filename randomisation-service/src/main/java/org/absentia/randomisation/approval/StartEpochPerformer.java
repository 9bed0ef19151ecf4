package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.WeightedEpochs;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Epochs;
import org.absentia.randomisation.trial.Trial;

/** Starts an epoch at the first slot of the stratum that nobody took. */
@ApplicationScoped
class StartEpochPerformer implements Performer {
  private final Allocations allocations;
  private final Epochs epochs;

  StartEpochPerformer(Allocations allocations, Epochs epochs) {
    this.allocations = allocations;
    this.epochs = epochs;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.START_EPOCH;
  }

  @Override
  public void lock(Trial trial, Action action) {
    int _ = allocations.lockNextSlot(trial.id(), ((Action.StartEpoch) action).stratum());
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    Action.StartEpoch start = (Action.StartEpoch) action;
    if (!(trial.protocol().design().scheme() instanceof WeightedEpochs scheme)) {
      return List.of(new Refusal("action", "the design has no epochs"));
    }
    if (!trial.protocol().design().strata().contains(start.stratum())) {
      return List.of(new Refusal("stratum", "the design has no such stratum"));
    }
    return scheme.allows(start.weights())
        ? List.of()
        : List.of(new Refusal("weights", "lie outside the limits of the design"));
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    Action.StartEpoch start = (Action.StartEpoch) proposal.action();
    int fromSlot = allocations.lockNextSlot(trial.id(), start.stratum());
    epochs.add(trial.id(), start.stratum(), new Epoch(fromSlot, start.weights()), at);
    return List.of(new LogEvent.EpochStarted(start.stratum(), fromSlot, start.weights()));
  }
}

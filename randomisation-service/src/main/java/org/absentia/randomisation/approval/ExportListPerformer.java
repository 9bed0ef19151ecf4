package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Trial;

/** Lets the arms of the next slots of each stratum out, and says so in the log. */
@ApplicationScoped
class ExportListPerformer implements Performer {
  private final Allocations allocations;

  ExportListPerformer(Allocations allocations) {
    this.allocations = allocations;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.EXPORT_LIST;
  }

  @Override
  public void lock(Trial trial, Action action) {
    Map<String, Integer> _ = allocations.lockNextSlots(trial);
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    List<Refusal> refusals = new ArrayList<>();
    if (!(trial.protocol().design().scheme() instanceof SequenceScheme)) {
      refusals.add(new Refusal("action", "the design has no arms before participants arrive"));
    }
    int slots = ((Action.ExportList) action).slots();
    if (slots < 1 || slots > trial.protocol().design().slotsPerStratum().orElse(slots)) {
      refusals.add(new Refusal("slots", "lies between 1 and the slots of a stratum"));
    }
    return refusals;
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    Design design = trial.protocol().design();
    int wanted = ((Action.ExportList) proposal.action()).slots();
    Map<String, Integer> nextSlots = allocations.lockNextSlots(trial);
    List<LogEvent> events = new ArrayList<>();
    for (String stratum : design.strata()) {
      int fromSlot = Objects.requireNonNull(nextSlots.get(stratum));
      int slots = Math.min(wanted, design.slotsPerStratum().orElseThrow() - fromSlot);
      if (slots > 0) {
        events.add(
            new LogEvent.Disclosed(
                "ALLOCATION_LIST",
                proposal.id().toString(),
                stratum,
                fromSlot,
                OptionalInt.of(slots)));
      }
    }
    return events;
  }
}

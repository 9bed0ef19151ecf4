package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Trial;

/** Uses up the next slot of a stratum: one whose arm somebody may have learned of. */
@ApplicationScoped
class VoidSlotPerformer implements Performer {
  private final Allocations allocations;

  VoidSlotPerformer(Allocations allocations) {
    this.allocations = allocations;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.VOID_SLOT;
  }

  @Override
  public void lock(Trial trial, Action action) {
    int _ = allocations.lockNextSlot(trial.id(), ((Action.VoidSlot) action).stratum());
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    String stratum = ((Action.VoidSlot) action).stratum();
    Design design = trial.protocol().design();
    if (!design.strata().contains(stratum)) {
      return List.of(new Refusal("stratum", "the design has no such stratum"));
    }
    int slot = allocations.nextSlot(trial.id(), stratum);
    return slot < design.slotsPerStratum().orElse(Integer.MAX_VALUE)
        ? List.of()
        : List.of(new Refusal("stratum", "the stratum has no slot left"));
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    String stratum = ((Action.VoidSlot) proposal.action()).stratum();
    int slot = allocations.lockNextSlot(trial.id(), stratum);
    allocations.useUp(trial.id(), stratum, slot);
    return List.of(new LogEvent.SlotVoided(stratum, slot, proposal.reason()));
  }
}

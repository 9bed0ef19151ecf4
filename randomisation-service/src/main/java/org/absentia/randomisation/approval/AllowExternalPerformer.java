package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Trial;

/** Lets another system ask for slots and read their arms from now on. */
@ApplicationScoped
class AllowExternalPerformer implements Performer {
  private final Allocations allocations;
  private final Proposals proposals;

  AllowExternalPerformer(Allocations allocations, Proposals proposals) {
    this.allocations = allocations;
    this.proposals = proposals;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.ALLOW_EXTERNAL;
  }

  @Override
  public void lock(Trial trial, Action action) {
    Map<String, Integer> _ = allocations.lockNextSlots(trial);
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    return proposals.approved(trial.id(), Action.Kind.ALLOW_EXTERNAL)
        ? List.of(new Refusal("action", "was approved before"))
        : List.of();
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    Map<String, Integer> nextSlots = allocations.lockNextSlots(trial);
    List<LogEvent> events = new ArrayList<>();
    for (String stratum : trial.protocol().design().strata()) {
      events.add(
          new LogEvent.Disclosed(
              "EXTERNAL_ALLOCATION",
              proposal.id().toString(),
              stratum,
              Objects.requireNonNull(nextSlots.get(stratum)),
              OptionalInt.empty()));
    }
    return events;
  }
}

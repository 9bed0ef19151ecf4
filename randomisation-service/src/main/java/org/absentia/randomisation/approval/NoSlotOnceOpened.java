package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.SlotCondition;
import org.absentia.randomisation.trial.Trial;

/** Lets nobody take a slot of a trial whose key was opened: every arm to come can be derived. */
@ApplicationScoped
class NoSlotOnceOpened implements SlotCondition {
  private final Proposals proposals;

  NoSlotOnceOpened(Proposals proposals) {
    this.proposals = proposals;
  }

  @Override
  public Optional<Unmet> unmet(Trial trial, Participant participant) {
    return proposals.approved(trial.id(), Action.Kind.OPEN_BUNDLE)
        ? Optional.of(
            new Unmet("The trial's key was opened, so that arms can be foreseen.", List.of()))
        : Optional.empty();
  }
}

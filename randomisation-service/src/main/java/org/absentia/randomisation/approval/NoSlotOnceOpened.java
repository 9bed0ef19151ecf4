package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
  public Map<UUID, Unmet> unmet(Trial trial, List<Participant> participants) {
    if (!proposals.approved(trial.id(), Action.Kind.OPEN_BUNDLE)) {
      return Map.of();
    }
    Unmet opened =
        new Unmet("The trial's key was opened, so that arms can be foreseen.", List.of());
    return participants.stream().collect(Collectors.toMap(Participant::id, one -> opened));
  }
}

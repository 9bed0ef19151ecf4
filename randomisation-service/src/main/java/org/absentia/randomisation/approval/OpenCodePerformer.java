package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;

/** Breaks the code of one participant; the arm itself is shown by {@code ShowBrokenCode}. */
@ApplicationScoped
class OpenCodePerformer implements Performer {
  private final Participants participants;
  private final Allocations allocations;

  OpenCodePerformer(Participants participants, Allocations allocations) {
    this.participants = participants;
    this.allocations = allocations;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.OPEN_CODE;
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    Action.OpenCode open = (Action.OpenCode) action;
    boolean there =
        personal(trial, open).isPresent()
            && allocations.ofParticipant(open.participantId()).isPresent();
    return there
        ? List.of()
        : List.of(new Refusal("participantId", "the trial has no allocation of this participant"));
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    Action.OpenCode open = (Action.OpenCode) proposal.action();
    Pseudonym pseudonym =
        Pseudonym.of(personal(trial, open).orElseThrow().salt(), open.participantId().toString());
    return List.of(new LogEvent.CodeBroken(pseudonym, proposal.id().toString()));
  }

  private Optional<Participant.Personal> personal(Trial trial, Action.OpenCode open) {
    return participants.find(trial, open.participantId()).flatMap(Participant::personal);
  }
}

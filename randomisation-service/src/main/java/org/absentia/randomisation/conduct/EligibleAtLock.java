package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Conduct;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.SlotCondition;
import org.absentia.randomisation.trial.Trial;

/** Lets nobody take a slot who was judged ineligible, or was not judged where he or she must be. */
@ApplicationScoped
class EligibleAtLock implements SlotCondition {
  private final TeamAssessments assessments;
  private final Judgements judgements;

  EligibleAtLock(TeamAssessments assessments, Judgements judgements) {
    this.assessments = assessments;
    this.judgements = judgements;
  }

  @Override
  public Map<UUID, Unmet> unmet(Trial trial, List<Participant> participants) {
    Conduct.Admission admission = trial.protocol().conduct().admission();
    Map<String, TeamAssessment> assessed =
        assessments.last(trial.id(), participants.stream().map(Participant::candidateId).toList());
    Map<UUID, Judgement> judged =
        judgements.last(participants.stream().map(Participant::id).toList());
    Map<UUID, Unmet> unmet = new HashMap<>();
    for (Participant participant : participants) {
      assessed(
              Optional.ofNullable(assessed.get(participant.candidateId())),
              admission.teamAssessment())
          .or(
              () ->
                  judged(
                      Optional.ofNullable(judged.get(participant.id())),
                      admission.judgementAtLock()))
          .ifPresent(reason -> unmet.put(participant.id(), reason));
    }
    return unmet;
  }

  private static Optional<Unmet> assessed(Optional<TeamAssessment> last, boolean required) {
    if (last.isEmpty()) {
      return required
          ? Optional.of(new Unmet("No team has assessed the participant.", List.of()))
          : Optional.empty();
    }
    return last.filter(known -> known.outcome() != TeamAssessment.Outcome.ELIGIBLE)
        .map(
            known ->
                new Unmet("A team did not find the participant eligible.", known.reasonCodes()));
  }

  private static Optional<Unmet> judged(Optional<Judgement> last, boolean required) {
    if (last.isEmpty()) {
      return required
          ? Optional.of(new Unmet("Nobody judged the eligibility before the lock.", List.of()))
          : Optional.empty();
    }
    return last.filter(known -> !known.eligible())
        .map(known -> new Unmet("The participant is no longer eligible.", known.reasonCodes()));
  }
}

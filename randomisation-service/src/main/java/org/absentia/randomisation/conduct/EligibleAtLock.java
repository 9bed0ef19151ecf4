package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
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
  public Optional<Unmet> unmet(Trial trial, Participant participant) {
    Conduct.Admission admission = trial.protocol().conduct().admission();
    return assessed(trial, participant, admission.teamAssessment())
        .or(() -> judged(participant, admission.judgementAtLock()));
  }

  private Optional<Unmet> assessed(Trial trial, Participant participant, boolean required) {
    Optional<TeamAssessment> last = assessments.last(trial.id(), participant.candidateId());
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

  private Optional<Unmet> judged(Participant participant, boolean required) {
    Optional<Judgement> last = judgements.last(participant.id());
    if (last.isEmpty()) {
      return required
          ? Optional.of(new Unmet("Nobody judged the eligibility before the lock.", List.of()))
          : Optional.empty();
    }
    return last.filter(known -> !known.eligible())
        .map(known -> new Unmet("The participant is no longer eligible.", known.reasonCodes()));
  }
}

package org.absentia.randomisation.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.conduct.FollowConsent;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.questionnaire.RecordQuestionnaire;
import org.absentia.randomisation.questionnaire.Submission;
import org.absentia.randomisation.trial.EnrolParticipant;
import org.absentia.randomisation.trial.Enrolment;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.WithdrawParticipant;
import org.absentia.randomisation.trial.Withdrawal;

/**
 * Hands what came through a link to the use case that staff's requests go to, as of today. Whoever
 * calls it holds the participant, or the candidate's name.
 */
@ApplicationScoped
class RecordGiven {
  /** What came of it. */
  sealed interface Outcome {}

  /**
   * It is recorded.
   *
   * @param became who the candidate became
   */
  record Taken(Optional<UUID> became) implements Outcome {}

  /** It is not asked any more. */
  record NotAsked() implements Outcome {}

  /** It is not what was asked. */
  record Refused(List<Fault> faults) implements Outcome {
    Refused {
      faults = List.copyOf(faults);
    }
  }

  private final Participants participants;
  private final RecordQuestionnaire recordQuestionnaire;
  private final FollowConsent followConsent;
  private final WithdrawParticipant withdrawParticipant;
  private final EnrolParticipant enrolParticipant;
  private final Wordings wordings;
  private final Clock clock;

  RecordGiven(
      Participants participants,
      RecordQuestionnaire recordQuestionnaire,
      FollowConsent followConsent,
      WithdrawParticipant withdrawParticipant,
      EnrolParticipant enrolParticipant,
      Wordings wordings,
      Clock clock) {
    this.participants = participants;
    this.recordQuestionnaire = recordQuestionnaire;
    this.followConsent = followConsent;
    this.withdrawParticipant = withdrawParticipant;
    this.enrolParticipant = enrolParticipant;
    this.wordings = wordings;
    this.clock = clock;
  }

  Outcome record(Trial trial, Link link, Given given) {
    List<Fault> faults = faults(trial, link.purpose(), given);
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    return switch (link.holder()) {
      case Holder.Participant participant ->
          switch (link.purpose()) {
            case Purpose.Questionnaire asked ->
                questionnaire(trial, participant.id(), asked, given.items());
            case Purpose.Consent asked -> consent(trial, participant.id(), asked);
            case Purpose.Withdraw asked ->
                withdrawal(trial, participant.id(), given.level().orElseThrow());
            case Purpose.Enrol asked -> new NotAsked();
          };
      case Holder.Candidate candidate ->
          link.purpose() instanceof Purpose.Enrol asked
              ? enrolment(trial, candidate.id(), asked, given.items())
              : new NotAsked();
    };
  }

  private List<Fault> faults(Trial trial, Purpose purpose, Given given) {
    return switch (purpose) {
      case Purpose.Questionnaire asked ->
          given.answered() > 0 ? List.of() : List.of(new Fault("/items", "must hold an answer"));
      case Purpose.Consent asked -> formFaults(trial, asked.version(), given);
      case Purpose.Enrol asked -> formFaults(trial, asked.version(), given);
      case Purpose.Withdraw asked ->
          given.level().filter(level -> !level.erases()).isPresent()
              ? List.of()
              : List.of(new Fault("/level", "must be a level that the link offers"));
    };
  }

  /** The text may have changed between reading and agreeing. */
  private List<Fault> formFaults(Trial trial, String version, Given given) {
    List<Fault> faults = new ArrayList<>();
    if (!given.consents()) {
      faults.add(new Fault("/consents", "must be true, or nothing is recorded"));
    }
    if (wordings.forms(trial.id(), version).values().stream()
        .noneMatch(form -> given.form().filter(form.digest()::equals).isPresent())) {
      faults.add(new Fault("/form", "must be the digest of the text in force: read it again"));
    }
    return faults;
  }

  private Outcome questionnaire(
      Trial trial,
      UUID participantId,
      Purpose.Questionnaire asked,
      Map<String, ItemAnswers> items) {
    Optional<Timepoint> timepoint = trial.protocol().timepoint(asked.timepoint());
    if (timepoint.isEmpty()) {
      return new NotAsked();
    }
    Map<String, ItemAnswers> whole =
        timepoint.orElseThrow().isBaseline() ? withKnown(trial, participantId, items) : items;
    return switch (recordQuestionnaire.record(
        trial, participantId, timepoint.orElseThrow(), Submission.ofParticipant(whole))) {
      case RecordQuestionnaire.Recorded recorded -> new Taken(Optional.empty());
      case RecordQuestionnaire.RecordedBefore recorded -> new Taken(Optional.empty());
      case RecordQuestionnaire.BaselineCompleted completed -> new Taken(Optional.empty());
      case RecordQuestionnaire.BaselineLocked locked -> new NotAsked();
      case RecordQuestionnaire.ReasonMissing missing -> new NotAsked();
      case RecordQuestionnaire.Withdrawn withdrawn -> new NotAsked();
      case RecordQuestionnaire.Unknown unknown -> new NotAsked();
      case RecordQuestionnaire.Refused refused -> new Refused(refused.faults());
    };
  }

  /** What stays empty on the page does not take back what was answered at the enrolment. */
  private Map<String, ItemAnswers> withKnown(
      Trial trial, UUID participantId, Map<String, ItemAnswers> items) {
    Map<String, ItemAnswers> known =
        participants
            .find(trial, participantId)
            .flatMap(Participant::personal)
            .map(personal -> personal.answers().items())
            .orElse(Map.of());
    Map<String, ItemAnswers> whole = new HashMap<>();
    items.forEach(
        (name, answers) -> whole.put(name, answers.orElse(known.getOrDefault(name, answers))));
    return whole;
  }

  private Outcome consent(Trial trial, UUID participantId, Purpose.Consent asked) {
    return switch (followConsent.renew(
        trial, participantId, asked.version(), LocalDate.now(clock))) {
      case FollowConsent.Standing standing -> new Taken(Optional.empty());
      case FollowConsent.Refused refused -> new Refused(refused.faults());
      case FollowConsent.HasWithdrawn withdrawn -> new NotAsked();
      case FollowConsent.Unknown unknown -> new NotAsked();
    };
  }

  private Outcome withdrawal(Trial trial, UUID participantId, Withdrawal.Level level) {
    return switch (withdrawParticipant.withdraw(
        trial, participantId, level, LocalDate.now(clock))) {
      case WithdrawParticipant.Withdrawn withdrawn -> new Taken(Optional.empty());
      case WithdrawParticipant.WithdrawnBefore withdrawn -> new Taken(Optional.empty());
      case WithdrawParticipant.GoesNoFurther no ->
          new Refused(List.of(new Fault("/level", "must go further than what stands")));
      case WithdrawParticipant.WrongDay day -> new NotAsked();
      case WithdrawParticipant.Unknown unknown -> new NotAsked();
    };
  }

  private Outcome enrolment(
      Trial trial, String candidateId, Purpose.Enrol asked, Map<String, ItemAnswers> items) {
    LocalDate today = LocalDate.now(clock);
    Enrolment enrolment =
        new Enrolment(
            candidateId,
            new Participant.Consent(asked.version(), today),
            today,
            new Answers(Map.of(), items));
    return switch (enrolParticipant.enrol(trial, enrolment)) {
      case EnrolParticipant.Enrolled enrolled ->
          new Taken(Optional.of(enrolled.participant().id()));
      case EnrolParticipant.EnrolledBefore enrolled ->
          new Taken(Optional.of(enrolled.participant().id()));
      case EnrolParticipant.DiffersFromEnrolled differs -> new NotAsked();
      case EnrolParticipant.NotListed unlisted -> new NotAsked();
      case EnrolParticipant.ErasedBefore erased -> new NotAsked();
      case EnrolParticipant.Refused refused -> new NotAsked();
    };
  }
}

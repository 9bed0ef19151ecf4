package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.protocol.Criterion;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.ReasonCodes;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;

/**
 * Judges a participant's eligibility once more before the slot. Between the list and the lock weeks
 * may pass; who is no longer eligible is counted and takes no slot.
 */
@ApplicationScoped
public class JudgeAtLock {
  /** What came of the request. */
  public sealed interface Result {}

  /** Recorded now. */
  public record Judged(Judgement judgement) implements Result {}

  /** The same judgement stands as the last one. */
  public record JudgedBefore(Judgement judgement) implements Result {}

  /** The slot is taken, so that eligibility is locked; or the data were erased. */
  public record Locked() implements Result {}

  /** The protocol has no such reasons, or the day cannot be right. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  private final Participants participants;
  private final Allocations allocations;
  private final Judgements judgements;
  private final TrialLog log;
  private final Clock clock;

  JudgeAtLock(
      Participants participants,
      Allocations allocations,
      Judgements judgements,
      TrialLog log,
      Clock clock) {
    this.participants = participants;
    this.allocations = allocations;
    this.judgements = judgements;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Records a judgement.
   *
   * @param reasonCodes the criteria that no longer hold; none says that the participant is eligible
   */
  @Transactional
  public Result judge(
      Trial trial, UUID participantId, List<String> reasonCodes, LocalDate judgedOn) {
    Optional<Participant> found = participants.lock(trial, participantId);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Participant participant = found.orElseThrow();
    if (participant.personal().isEmpty() || allocations.ofParticipant(participantId).isPresent()) {
      return new Locked();
    }
    List<Fault> faults = faults(trial, participant, reasonCodes, judgedOn);
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    Optional<Judgement> last = judgements.last(participantId);
    if (last.filter(known -> known.reasonCodes().equals(reasonCodes))
        .filter(known -> known.judgedOn().equals(judgedOn))
        .isPresent()) {
      return new JudgedBefore(last.orElseThrow());
    }
    return record(trial, participant, reasonCodes, judgedOn);
  }

  private Result record(
      Trial trial, Participant participant, List<String> reasonCodes, LocalDate judgedOn) {
    Instant now = clock.instant();
    Judgement judgement =
        new Judgement(
            Ids.next(),
            participant.id(),
            trial.id(),
            reasonCodes.isEmpty(),
            reasonCodes,
            judgedOn,
            now);
    judgements.add(judgement);
    Pseudonym pseudonym =
        Pseudonym.of(participant.personal().orElseThrow().salt(), participant.id().toString());
    log.lock(trial.id());
    log.append(
        trial.id(), List.of(new LogEvent.EligibilityJudged(pseudonym, judgement.eligible())), now);
    return new Judged(judgement);
  }

  private List<Fault> faults(
      Trial trial, Participant participant, List<String> reasonCodes, LocalDate judgedOn) {
    List<Fault> faults =
        new ArrayList<>(
            ReasonCodes.faults(
                reasonCodes,
                ReasonCodes.exclusions(trial.protocol().conduct(), Criterion.Moment.LOCK)));
    if (judgedOn.isAfter(LocalDate.now(clock))
        || judgedOn.isBefore(participant.consent().givenOn())) {
      faults.add(new Fault("/judgedOn", "must not lie in the future nor before the consent"));
    }
    return faults;
  }
}

package org.absentia.randomisation.trial;

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
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;

/** Records a withdrawal. It may be widened later, never taken back; the slot stays used up. */
@ApplicationScoped
public class WithdrawParticipant {
  /** What came of the request. */
  public sealed interface Result {}

  /** Recorded now. */
  public record Withdrawn(Withdrawal withdrawal) implements Result {}

  /** The same withdrawal stands already. */
  public record WithdrawnBefore(Withdrawal withdrawal) implements Result {}

  /** A withdrawal that goes as far, or further, stands already. */
  public record GoesNoFurther() implements Result {}

  /** The day lies in the future or before the inclusion. */
  public record WrongDay() implements Result {}

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final EraseParticipant eraseParticipant;
  private final TrialLog log;
  private final Clock clock;
  private final Changes changes;

  WithdrawParticipant(
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      EraseParticipant eraseParticipant,
      TrialLog log,
      Clock clock,
      Changes changes) {
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.eraseParticipant = eraseParticipant;
    this.log = log;
    this.clock = clock;
    this.changes = changes;
  }

  @Transactional
  public Result withdraw(
      Trial trial, UUID participantId, Withdrawal.Level level, LocalDate withdrawnOn) {
    Optional<Participant> found = participants.lock(trial, participantId);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Participant participant = found.orElseThrow();
    for (Withdrawal known : withdrawals.of(participantId)) {
      if (known.level() == level && known.withdrawnOn().equals(withdrawnOn)) {
        return new WithdrawnBefore(known);
      }
      if (known.level().compareTo(level) >= 0) {
        return new GoesNoFurther();
      }
    }
    if (withdrawnOn.isAfter(LocalDate.now(clock))
        || withdrawnOn.isBefore(participant.inclusionDate())) {
      return new WrongDay();
    }
    return record(trial, participant, level, withdrawnOn);
  }

  private Result record(
      Trial trial, Participant participant, Withdrawal.Level level, LocalDate withdrawnOn) {
    log.lock(trial.id());
    Instant now = clock.instant();
    Withdrawal withdrawal =
        new Withdrawal(Ids.next(), participant.id(), trial.id(), level, withdrawnOn, now);
    // the salt is there: only the furthest level removes it, and nothing follows that
    Pseudonym pseudonym =
        Pseudonym.of(participant.personal().orElseThrow().salt(), participant.id().toString());
    List<LogEvent> events = new ArrayList<>();
    events.add(new LogEvent.Withdrawn(pseudonym, level.name()));
    if (level.erases()) {
      events.add(new LogEvent.Erased(pseudonym));
    }
    ChainTip logged = log.append(trial.id(), events, now);
    boolean randomised = !allocations.positions(List.of(participant.id())).isEmpty();
    withdrawals.add(withdrawal, randomised);
    if (level.erases()) {
      eraseParticipant.erase(participant, withdrawnOn, randomised, logged, now);
    }
    changes.announce();
    return new Withdrawn(withdrawal);
  }
}

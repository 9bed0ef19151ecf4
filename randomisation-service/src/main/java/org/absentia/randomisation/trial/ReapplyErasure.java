package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;

/**
 * Erases again whom a restored backup has brought back. The erasures are known from their own
 * topic, which outlives the database and is read from its beginning at each start.
 */
@ApplicationScoped
public class ReapplyErasure {
  private final Trials trials;
  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final EraseParticipant eraseParticipant;
  private final TrialLog log;
  private final Clock clock;
  private final Changes changes;

  ReapplyErasure(
      Trials trials,
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      EraseParticipant eraseParticipant,
      TrialLog log,
      Clock clock,
      Changes changes) {
    this.trials = trials;
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.eraseParticipant = eraseParticipant;
    this.log = log;
    this.clock = clock;
    this.changes = changes;
  }

  /** Tells whether there was something to erase; usually everything is as it should be. */
  @Transactional
  public boolean reapply(String trialId, UUID participantId, LocalDate withdrawnOn) {
    Optional<Participant> back =
        trials
            .find(trialId)
            .flatMap(trial -> participants.lock(trial, participantId))
            .filter(participant -> participant.personal().isPresent());
    back.ifPresent(participant -> erase(participant, withdrawnOn));
    return back.isPresent();
  }

  private void erase(Participant participant, LocalDate withdrawnOn) {
    log.lock(participant.trialId());
    Instant now = clock.instant();
    Pseudonym pseudonym =
        Pseudonym.of(participant.personal().orElseThrow().salt(), participant.id().toString());
    ChainTip logged =
        log.append(participant.trialId(), List.of(new LogEvent.Erased(pseudonym)), now);
    boolean randomised = !allocations.positions(List.of(participant.id())).isEmpty();
    Withdrawal.Level level = Withdrawal.Level.WITHDRAW_AND_ERASE;
    if (withdrawals.of(participant.id()).stream().noneMatch(known -> known.level() == level)) {
      withdrawals.add(
          new Withdrawal(
              Ids.next(), participant.id(), participant.trialId(), level, withdrawnOn, now),
          randomised);
    }
    eraseParticipant.erase(participant, withdrawnOn, randomised, logged, now);
    changes.announce();
  }
}

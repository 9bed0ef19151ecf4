package org.absentia.outcome.computation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.RegistryRecord;

/**
 * All that is known of a participant whose trial and index date are known.
 *
 * @param versions every version of every record that is not erased
 * @param releaseEndedAt when the registers stopped sending, if they did
 * @param latest the newest outcome version, if there is one
 */
public record ParticipantCase(
    UUID participantId,
    String trialId,
    LocalDate indexDate,
    OutcomeDefinition definition,
    List<RegistryRecord> versions,
    List<Withdrawal> withdrawals,
    Optional<Instant> releaseEndedAt,
    Optional<Latest> latest) {
  public ParticipantCase {
    versions = List.copyOf(versions);
    withdrawals = List.copyOf(withdrawals);
  }

  /** A withdrawal and the day from which it holds. */
  public record Withdrawal(WithdrawalLevel level, LocalDate withdrawnOn) {}

  /** The newest outcome version. */
  public record Latest(int number, String inputHash) {}

  /** The day after the last that the longest window covers. */
  public LocalDate followUpEnd() {
    return definition.longestWindow(indexDate).after(indexDate);
  }

  public boolean isErased() {
    return withdrawals.stream().anyMatch(w -> w.level() == WithdrawalLevel.WITHDRAW_AND_ERASE);
  }
}

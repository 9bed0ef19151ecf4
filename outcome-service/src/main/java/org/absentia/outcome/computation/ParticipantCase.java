package org.absentia.outcome.computation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.record.RegistryRecord;

/**
 * All that is known of a participant whose trial and index date are known.
 *
 * @param versions every version of every record that is not erased
 * @param releaseEndedAt when the registers stopped sending, if they did
 * @param latest the newest outcome version, if there is one
 * @param snapshotAt what was known at this instant must not change any more: the newest of the
 *     trial's snapshots and of the participant's own versions
 */
public record ParticipantCase(
    UUID participantId,
    String trialId,
    LocalDate indexDate,
    OutcomeDefinition definition,
    List<RegistryRecord> versions,
    List<Withdrawal> withdrawals,
    Optional<Instant> releaseEndedAt,
    Optional<Latest> latest,
    Optional<Instant> snapshotAt) {
  /** In which zone the day of an instant is told. */
  static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

  public ParticipantCase {
    versions = List.copyOf(versions);
    withdrawals = List.copyOf(withdrawals);
  }

  /** A withdrawal and the day from which it holds. */
  public record Withdrawal(WithdrawalLevel level, LocalDate withdrawnOn) {}

  /** The newest outcome version. */
  public record Latest(int number, String inputHash, Optional<String> outcomeHash) {}

  /** The day after the last that the longest window covers. */
  public LocalDate followUpEnd() {
    return definition.longestWindow(indexDate).after(indexDate);
  }

  /** The day before which follow-up ended early; empty when the longest window is over by then. */
  public Optional<LocalDate> followedUntil() {
    return knownUntil().filter(day -> day.isBefore(followUpEnd()));
  }

  /**
   * The first day of which nothing may be known, by a withdrawal or because the registers stopped
   * sending.
   */
  public Optional<LocalDate> knownUntil() {
    Stream<LocalDate> withdrawn =
        withdrawals.stream().filter(w -> w.level().endsFollowUp()).map(Withdrawal::withdrawnOn);
    Stream<LocalDate> released =
        releaseEndedAt.stream().map(instant -> instant.atZone(NORWAY).toLocalDate());
    return Stream.concat(withdrawn, released).min(LocalDate::compareTo);
  }

  /** What can be derived: the definition, or what of it was over when follow-up ended early. */
  public Optional<OutcomeDefinition> derivable() {
    if (isErased()) {
      return Optional.empty();
    }
    return followedUntil()
        .map(end -> definition.endedBy(indexDate, end))
        .orElse(Optional.of(definition));
  }

  public boolean isErased() {
    return withdrawals.stream().anyMatch(w -> w.level() == WithdrawalLevel.WITHDRAW_AND_ERASE);
  }
}

package org.absentia.outcome.computation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How far a trial's participants are followed up and how recent what each register says is.
 *
 * @param expectedUntil up to which day the registers should have spoken: today, or the end of the
 *     last follow-up if that is over
 */
public record Freshness(
    String trialId, LocalDate expectedUntil, FollowUp followUp, List<Register> registers) {
  /**
   * Participants by how far their follow-up has come.
   *
   * @param waiting enrolled, without an outcome yet
   * @param nextEndsOn when the next follow-up will be over
   */
  public record FollowUp(
      long complete, long ongoing, long withdrawn, long waiting, Optional<LocalDate> nextEndsOn) {}

  /** How a register keeps up. */
  public enum State {
    CURRENT,
    LATE,
    /** It has not said anything of anybody in the trial. */
    SILENT
  }

  /**
   * What one register has said.
   *
   * @param participants of how many participants it has spoken
   * @param newestIssuedAt when it wrote the newest version that is here
   * @param newestReceivedAt when the last version arrived
   * @param lateAfterDays from how many days without news on it counts as late
   */
  public record Register(
      String type,
      long recordVersions,
      long participants,
      Optional<Instant> newestIssuedAt,
      Optional<Instant> newestReceivedAt,
      int lateAfterDays,
      State state) {
    /** Judges a register by when it last wrote anything. */
    public static Register of(Heard heard, int lateAfterDays, LocalDate expectedUntil) {
      State state =
          heard
              .newestIssuedOn()
              .map(day -> ChronoUnit.DAYS.between(day, expectedUntil) > lateAfterDays)
              .map(late -> late ? State.LATE : State.CURRENT)
              .orElse(State.SILENT);
      return new Register(
          heard.type(),
          heard.recordVersions(),
          heard.participants(),
          heard.newestIssuedAt(),
          heard.newestReceivedAt(),
          lateAfterDays,
          state);
    }
  }

  /** What was heard of one register. */
  public record Heard(
      String type,
      long recordVersions,
      long participants,
      Optional<Instant> newestIssuedAt,
      Optional<Instant> newestReceivedAt) {
    private Optional<LocalDate> newestIssuedOn() {
      return newestIssuedAt.map(at -> at.atZone(ParticipantCase.NORWAY).toLocalDate());
    }
  }
}

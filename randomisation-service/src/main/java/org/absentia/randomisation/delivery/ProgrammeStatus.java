package org.absentia.randomisation.delivery;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of a participant's programme as a whole.
 *
 * @param complete whether the log holds every session there was: then no session means none, and
 *     otherwise it means that nobody knows
 * @param received whether anything was received at all, where the sessions are not known
 * @param leaveSince first day of the present sick leave
 * @param backSince first day back in the contracted hours
 */
public record ProgrammeStatus(
    boolean complete,
    Optional<Boolean> received,
    Optional<LocalDate> startedOn,
    Optional<LocalDate> endedOn,
    Optional<EndReason> endReason,
    Optional<Sourced> leaveSince,
    Optional<Sourced> backSince) {
  /** Why a programme ended. */
  public enum EndReason {
    COMPLETED,
    WITHDRAWN,
    MONTHS_OF_LEAVE,
    BACK_AT_WORK,
    OTHER
  }

  /** Who says it. */
  public enum Source {
    PARTICIPANT,
    EMPLOYER,
    DELIVERER,
    REGISTRY
  }

  /** A day that this service cannot know by itself. */
  public record Sourced(LocalDate on, Source source) {}
}

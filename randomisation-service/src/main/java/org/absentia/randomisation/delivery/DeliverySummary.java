package org.absentia.randomisation.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What follows from a delivery log by the protocol's rules. It tells the arm.
 *
 * @param sessionsOfOtherArms how many sessions the arm does not provide for
 * @param sessionsAfterEnd how many were held after delivery should have been over
 * @param deviations what keeps the participant out of the analysis per protocol
 * @param daysUntilFirstSession from inclusion
 * @param periodDays from the first session to the last
 */
public record DeliverySummary(
    Answer received,
    Adherence adherence,
    Answer perProtocol,
    List<Deviation> deviations,
    List<Attended> components,
    int sessionsOfOtherArms,
    Optional<End> end,
    int sessionsAfterEnd,
    OptionalLong daysUntilFirstSession,
    OptionalLong periodDays) {
  /** Unknown is not no. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /** How much of what was planned under supervision was received. */
  public enum Adherence {
    FULL,
    PARTIAL,
    NONE,
    UNKNOWN,
    NOT_APPLICABLE
  }

  /** Why someone is not treated per protocol. */
  public enum Deviation {
    WITHDRAWN_BEFORE_PROGRAMME,
    WITHDRAWN_DURING_PROGRAMME,
    ATTENDANCE_TOO_LOW
  }

  /** Why delivery is over. */
  public enum EndRule {
    MONTHS_OF_LEAVE,
    BACK_AT_WORK
  }

  /**
   * One component and how much of it there was.
   *
   * @param plannedFrom empty where no number is planned
   * @param minutes in all, of the sessions whose length is known
   * @param minutesKnown of how many sessions
   */
  public record Attended(
      String component,
      OptionalInt plannedFrom,
      OptionalInt plannedTo,
      int sessions,
      int minutes,
      int minutesKnown) {}

  /**
   * The last day of delivery.
   *
   * @param source who said what it follows from; empty where it follows from the candidate's list,
   *     whose week of sick leave is known, and is the latest day possible
   */
  public record End(LocalDate on, EndRule rule, Optional<ProgrammeStatus.Source> source) {}

  public DeliverySummary {
    deviations = List.copyOf(deviations);
    components = List.copyOf(components);
  }
}

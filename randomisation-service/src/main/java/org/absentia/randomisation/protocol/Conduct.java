package org.absentia.randomisation.protocol;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the protocol lays down about the conduct of the trial.
 *
 * @param reasons for not taking part, beside the criteria
 * @param twoPersons whether the protocol needs a second person's approval before the trial opens
 * @param followUp how long each participant is followed
 */
public record Conduct(
    List<Criterion> eligibility,
    List<StatedReason> reasons,
    Optional<Legal> legal,
    boolean twoPersons,
    Admission admission,
    List<CalendarEvent> calendar,
    Period followUp) {
  /**
   * What must stand before a slot is taken.
   *
   * @param teamAssessment a team found the candidate eligible
   * @param judgementAtLock the recruiter judged the criteria of the lock once more
   */
  public record Admission(boolean teamAssessment, boolean judgementAtLock) {}

  public Conduct {
    eligibility = List.copyOf(eligibility);
    reasons = List.copyOf(reasons);
    calendar = List.copyOf(calendar);
  }

  /** Returns the codes of the criteria that are judged at this moment. */
  public List<String> criteria(Criterion.Moment moment) {
    return eligibility.stream()
        .filter(criterion -> criterion.at().contains(moment))
        .map(Criterion::code)
        .toList();
  }

  /** Returns the codes of the reasons for this outcome, without the criteria. */
  public List<String> reasons(StatedReason.Outcome outcome) {
    return reasons.stream()
        .filter(reason -> reason.outcome() == outcome)
        .map(StatedReason::code)
        .toList();
  }

  /** Returns the label of each code, in the protocol's order. */
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    eligibility.forEach(criterion -> labels.put(criterion.code(), criterion.label()));
    reasons.forEach(reason -> labels.put(reason.code(), reason.label()));
    return labels;
  }
}

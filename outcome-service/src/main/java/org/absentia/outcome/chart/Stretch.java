package org.absentia.outcome.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.absentia.outcome.derivation.ExplainedDay;
import org.absentia.outcome.derivation.Ratio;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Segment;
import org.absentia.outcome.timeline.Timeline;

/**
 * Days in a row that the same records decided alike.
 *
 * @param days at least one
 */
public record Stretch(List<ExplainedDay> days) {
  public Stretch {
    days = List.copyOf(days);
  }

  static List<Stretch> of(List<ExplainedDay> days) {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || !alike(days.get(i), days.get(from))) {
        stretches.add(new Stretch(days.subList(from, i)));
        from = i;
      }
    }
    return stretches;
  }

  /** Tells whether two days differ at most in being workdays. */
  private static boolean alike(ExplainedDay one, ExplainedDay other) {
    return one.decidedBy().equals(other.decidedBy())
        && one.contractedShare().equals(other.contractedShare())
        && one.sickLeave().equals(other.sickLeave())
        && one.workAssessmentAllowance().equals(other.workAssessmentAllowance())
        && one.disabilityPensionIncrease().equals(other.disabilityPensionIncrease());
  }

  public LocalDate from() {
    return days.getFirst().date();
  }

  public LocalDate to() {
    return days.getLast().date();
  }

  /** Any day of it, for what they share. */
  public ExplainedDay each() {
    return days.getFirst();
  }

  /** The workdays, neighbours together. */
  public List<Period> workdays() {
    return Timeline.of(
            days.stream()
                .filter(day -> day.weight() == 1)
                .map(day -> new Segment<>(Period.of(day.date(), day.date()), day.weight()))
                .toList())
        .segments()
        .stream()
        .map(Segment::period)
        .toList();
  }

  /** Lost work of each workday; absent when there is no workday. */
  public Optional<Ratio> lostEachWorkday() {
    return days.stream().filter(day -> day.weight() == 1).map(ExplainedDay::lostWork).findFirst();
  }

  /** Which days, and what was lost on them. */
  public String lost() {
    int workdays = days.stream().mapToInt(ExplainedDay::weight).sum();
    return "%s to %s: %d %s%s"
        .formatted(
            from(),
            to(),
            workdays,
            workdays == 1 ? "workday" : "workdays",
            lostEachWorkday().map(each -> ", " + each.rounded() + " lost on each").orElse(""));
  }

  /** What was counted of each source, and which records decided it. */
  public String decided() {
    ExplainedDay day = each();
    return Stream.of(
            decided("contract", day.contractedShare(), day.decidedBy().contract()),
            decided("sick leave", day.sickLeave(), day.decidedBy().sickLeave()),
            decided(
                "allowance",
                day.workAssessmentAllowance(),
                day.decidedBy().workAssessmentAllowance()),
            decided(
                "pension increase",
                day.disabilityPensionIncrease(),
                day.decidedBy().disabilityPension()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("; "));
  }

  private static Optional<String> decided(String what, Ratio amount, List<String> recordIds) {
    if (amount.numerator() == 0 && recordIds.isEmpty()) {
      return Optional.empty();
    }
    String by = recordIds.isEmpty() ? "no record" : String.join(", ", recordIds);
    return Optional.of(what + " " + amount.rounded() + " by " + by);
  }

  /** All of it in one sentence. */
  public String summary() {
    return lost() + "; " + decided();
  }
}

package org.absentia.randomisation.conduct;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.absentia.randomisation.trial.Withdrawal;

/**
 * The flow of candidates into the trial, up to and without the arms. Every candidate is counted at
 * one stage, so that the stages add up.
 *
 * @param stages candidates by stage, zero where nobody stands
 * @param reasons candidates by stage and code; who has several codes counts under each
 * @param withoutCode candidates by stage for whom no code was given
 * @param withdrawn randomised participants by the furthest level of their withdrawal
 */
public record Flow(
    Map<Stage, Long> stages,
    Map<Stage, Map<String, Long>> reasons,
    Map<Stage, Long> withoutCode,
    long attempts,
    long assessed,
    long pilot,
    Map<Withdrawal.Level, Long> withdrawn,
    FlowFigures.AdverseEventCount adverseEvents) {

  /**
   * Adds up the counts.
   *
   * @param pilot how many of those first randomised form the internal pilot
   */
  static Flow of(
      List<FlowFigures.Place> places,
      long attempts,
      int pilot,
      Map<Withdrawal.Level, Long> withdrawn,
      FlowFigures.AdverseEventCount adverseEvents) {
    Map<Stage, Long> stages = new EnumMap<>(Stage.class);
    Map<Stage, Long> withoutCode = new EnumMap<>(Stage.class);
    Map<Stage, Map<String, Long>> reasons = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      stages.put(stage, 0L);
      withoutCode.put(stage, 0L);
      reasons.put(stage, new TreeMap<>());
    }
    long assessed = 0;
    for (FlowFigures.Place place : places) {
      stages.merge(place.stage(), place.candidates(), Long::sum);
      assessed += place.assessed() ? place.candidates() : 0;
      if (place.reasonCodes().isEmpty()) {
        withoutCode.merge(place.stage(), place.candidates(), Long::sum);
      }
      Map<String, Long> ofStage = reasons.getOrDefault(place.stage(), new TreeMap<>());
      place.reasonCodes().forEach(code -> ofStage.merge(code, place.candidates(), Long::sum));
    }
    return new Flow(
        stages,
        reasons,
        withoutCode,
        attempts,
        assessed,
        Math.min(pilot, stages.getOrDefault(Stage.RANDOMISED, 0L)),
        withdrawn,
        adverseEvents);
  }

  public long at(Stage stage) {
    return stages.getOrDefault(stage, 0L);
  }

  public long listed() {
    return at(Set.of(Stage.values()));
  }

  /** Returns those with at least one contact, assessment or enrolment. */
  public long contacted() {
    return at(Stage.CONTACTED);
  }

  /** Returns those who neither declined nor were excluded at contact. */
  public long agreed() {
    return at(Stage.AGREED);
  }

  public long consented() {
    return at(Stage.CONSENTED);
  }

  /** Returns the randomised participants who did not withdraw at all. */
  public long staying() {
    return at(Stage.RANDOMISED) - withdrawn.values().stream().mapToLong(Long::longValue).sum();
  }

  private long at(Set<Stage> several) {
    return several.stream().mapToLong(this::at).sum();
  }
}

package org.absentia.bench;

import java.util.Optional;

/**
 * One figure of a run.
 *
 * @param baseline what it is compared with; absent when the figure stands for itself
 * @param ratio how it compares with the baseline, or with the bare figure the target names; more is
 *     better unless the target says otherwise; absent when it was not measured
 * @param target what the ratio, or without one the value, must reach
 */
public record Measurement(
    String name,
    Optional<Double> value,
    String unit,
    Optional<String> baseline,
    Optional<Double> baselineValue,
    Optional<Double> ratio,
    Optional<Target> target) {

  /** A figure that stands for itself. */
  public static Measurement of(String name, double value, String unit) {
    return new Measurement(
        name,
        Optional.of(value),
        unit,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same figure beside a baseline, both in the same unit. */
  public Measurement against(String otherName, double otherValue) {
    return new Measurement(
        name,
        value,
        unit,
        Optional.of(otherName),
        Optional.of(otherValue),
        value.map(own -> own / otherValue),
        target);
  }

  /** A time beside a baseline's in the same unit; the ratio says how many times as fast it is. */
  public Measurement fasterThan(String otherName, double otherTime) {
    return new Measurement(
        name,
        value,
        unit,
        Optional.of(otherName),
        Optional.of(otherTime),
        value.map(own -> otherTime / own),
        target);
  }

  /** A figure whose baseline is missing on this machine. */
  public Measurement withoutBaseline(String otherName) {
    return new Measurement(
        name, value, unit, Optional.of(otherName), Optional.empty(), Optional.empty(), target);
  }

  public Measurement atLeast(double bound) {
    return with(new Target(Target.Direction.AT_LEAST, bound));
  }

  public Measurement atMost(double bound) {
    return with(new Target(Target.Direction.AT_MOST, bound));
  }

  private Measurement with(Target wanted) {
    return new Measurement(name, value, unit, baseline, baselineValue, ratio, Optional.of(wanted));
  }

  /** How the figure stands to its target. */
  public enum Verdict {
    MET,
    NOT_MET,
    NOT_MEASURED,
    WITHOUT_TARGET
  }

  public Verdict verdict() {
    if (target.isEmpty()) {
      return Verdict.WITHOUT_TARGET;
    }
    return judged()
        .map(figure -> target.get().isMetBy(figure) ? Verdict.MET : Verdict.NOT_MET)
        .orElse(Verdict.NOT_MEASURED);
  }

  /** The ratio where there is a baseline, otherwise the figure itself. */
  private Optional<Double> judged() {
    return baseline.isPresent() ? ratio : value;
  }
}

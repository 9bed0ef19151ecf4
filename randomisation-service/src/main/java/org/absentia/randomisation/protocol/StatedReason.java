package org.absentia.randomisation.protocol;

/** A reason beside the criteria for which a candidate does not take part. */
public record StatedReason(String code, String label, Outcome outcome) {
  /** What the reason explains. */
  public enum Outcome {
    NOT_REACHED,
    DECLINED,
    EXCLUDED
  }
}

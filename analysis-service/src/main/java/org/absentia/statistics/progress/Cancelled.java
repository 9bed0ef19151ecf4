package org.absentia.statistics.progress;

/** A computation was ended by whoever listens to its progress. */
public final class Cancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The work ends because somebody asked for its end. */
  public Cancelled() {
    super("cancelled", null, false, false);
  }
}

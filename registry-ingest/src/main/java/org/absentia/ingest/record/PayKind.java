package org.absentia.ingest.record;

/** What a sick-pay record says of a day. */
public enum PayKind {
  PAID(true),
  EMPLOYER_PERIOD(true),
  WORKED(false),
  VACATION(false),
  LEAVE(false),
  REJECTED(false),
  UNKNOWN(false);

  private final boolean graded;

  PayKind(boolean graded) {
    this.graded = graded;
  }

  /** Tells whether a day of this kind carries the share of work lost. */
  public boolean graded() {
    return graded;
  }
}

package org.absentia.analysis.job;

/** Where a job is. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  public boolean isEnd() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }
}

package org.absentia.suite.launch;

/** Something the person at the keyboard can act upon; shown without a stack trace. */
public final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what went wrong and what to do. */
  public LaunchFailure(String message) {
    super(message);
  }
}

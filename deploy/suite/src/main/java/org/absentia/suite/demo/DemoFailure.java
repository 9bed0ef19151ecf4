package org.absentia.suite.demo;

/** The demo cannot go on; the message is for the person who runs it. */
public final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  DemoFailure(String reason) {
    super(reason);
    this.reason = reason;
  }

  DemoFailure(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** The message, which is always there. */
  public String reason() {
    return reason;
  }
}

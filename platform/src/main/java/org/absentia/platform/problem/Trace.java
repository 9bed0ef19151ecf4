package org.absentia.platform.problem;

/** Writes where an exception came from without its messages, which may carry personal values. */
public final class Trace {
  private static final int DEEPEST_CAUSE = 8;
  private static final int FRAMES = 25;

  private Trace() {}

  /** Types and frames of the exception and its causes, several lines. */
  public static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      text.append(depth == 0 ? "" : "caused by ").append(cause.getClass().getName()).append('\n');
      StackTraceElement[] frames = cause.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("    at ").append(frames[i]).append('\n');
      }
      cause = cause.getCause();
    }
    return text.toString();
  }
}

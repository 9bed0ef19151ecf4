package org.absentia.suite.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells the person at the screen what happens: a heading for each step, counts below it, one moving
 * line of progress.
 */
final class Story {
  private static final int WIDTH = 110;

  private final PrintStream out;
  private final boolean moving;
  private final Instant begun = Instant.now();
  private int steps;
  private boolean open;

  Story(PrintStream out, boolean moving) {
    this.out = out;
    this.moving = moving;
  }

  void step(String title) {
    closeProgress();
    steps++;
    out.printf("%n%d. %s  (%s)%n", steps, title, elapsed());
  }

  void line(String format, Object... values) {
    closeProgress();
    out.println("   " + format.formatted(values));
  }

  /** Show where a long step stands: in place on a terminal, else only when it matters. */
  void progress(boolean matters, String format, Object... values) {
    String text = "   " + format.formatted(values);
    if (moving) {
      out.print("\r" + padded(text));
      out.flush();
      open = true;
    } else if (matters) {
      out.println(text);
    }
  }

  String elapsed() {
    long seconds = Duration.between(begun, Instant.now()).toSeconds();
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private void closeProgress() {
    if (open) {
      out.println();
      open = false;
    }
  }

  private static String padded(String text) {
    return text.length() >= WIDTH
        ? text.substring(0, WIDTH)
        : text + " ".repeat(WIDTH - text.length());
  }
}

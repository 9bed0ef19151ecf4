package org.absentia.suite.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.absentia.suite.Component;

/**
 * Shows how far each component is: on a terminal as a block of lines that is redrawn, elsewhere as
 * one line for each change.
 */
final class Progress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(250);

  private final PrintStream out = System.out;
  private final boolean terminal;
  private final Map<Component, Line> lines = new EnumMap<>(Component.class);
  private boolean drawn;

  private record Line(String state, long since, boolean moving) {}

  Progress(boolean terminal, Collection<Component> components) {
    this.terminal = terminal;
    components.forEach(component -> lines.put(component, new Line("waits", now(), false)));
    if (terminal) {
      Thread.ofVirtual().name("progress").start(this::redrawNowAndThen);
    }
  }

  synchronized void starting(Component component) {
    show(component, new Line("starting", now(), true));
  }

  synchronized void ready(Component component) {
    String took = seconds(lines.getOrDefault(component, new Line("", now(), false)).since());
    show(component, new Line("ready after " + took, now(), false));
  }

  synchronized void alreadyRunning(Component component) {
    show(component, new Line("already running", now(), false));
  }

  synchronized void failed(Component component) {
    show(component, new Line("FAILED", now(), false));
  }

  @Override
  public synchronized void close() {
    lines.replaceAll((component, line) -> new Line(line.state(), line.since(), false));
    if (terminal) {
      draw();
    }
    lines.clear();
  }

  private void show(Component component, Line line) {
    lines.put(component, line);
    if (terminal) {
      draw();
    } else {
      out.println(text(component, line));
    }
  }

  private void redrawNowAndThen() {
    while (redraw()) {
      try {
        Thread.sleep(REDRAW);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private synchronized boolean redraw() {
    if (lines.isEmpty()) {
      return false;
    }
    draw();
    return true;
  }

  private void draw() {
    if (drawn) {
      out.print("\033[" + lines.size() + "A");
    }
    lines.forEach((component, line) -> out.print("\r\033[K" + text(component, line) + "\n"));
    out.flush();
    drawn = true;
  }

  private String text(Component component, Line line) {
    String running = line.moving() && terminal ? " " + seconds(line.since()) : "";
    return "  %-22s %s%s".formatted(component.label(), line.state(), running);
  }

  private static String seconds(long since) {
    return String.format(Locale.ROOT, "%.1f s", (now() - since) / 1e9);
  }

  private static long now() {
    return System.nanoTime();
  }
}

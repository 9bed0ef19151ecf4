package org.absentia.suite.launch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.absentia.suite.ComponentStatus;

/** Prints the state of the components as a table. */
final class StatusTable {
  private static final long MEBIBYTE = 1024 * 1024;

  private StatusTable() {}

  static String of(List<ComponentStatus> components) {
    StringBuilder table = new StringBuilder();
    table.append(row("process", "pid", "port", "state", "uptime", "memory"));
    for (ComponentStatus one : components) {
      boolean runs = one.pid().isPresent();
      table.append(
          row(
              one.component().label(),
              pid(one.pid()),
              Integer.toString(one.port()),
              one.state().label(),
              runs ? uptime(one.uptime()) : "",
              runs ? memory(one.memoryBytes()) : ""));
    }
    long total = components.stream().mapToLong(ComponentStatus::memoryBytes).sum();
    return table.append(row("", "", "", "", "in all", memory(total))).toString();
  }

  private static String row(
      String process, String pid, String port, String state, String uptime, String memory) {
    String line =
        String.format(
            Locale.ROOT, "%-22s %8s %6s  %-9s %9s %8s", process, pid, port, state, uptime, memory);
    return line.stripTrailing() + System.lineSeparator();
  }

  private static String pid(OptionalLong pid) {
    return pid.isPresent() ? Long.toString(pid.getAsLong()) : "-";
  }

  private static String uptime(Duration uptime) {
    return uptime.toHours() > 0
        ? "%d:%02d h".formatted(uptime.toHours(), uptime.toMinutesPart())
        : "%d:%02d min".formatted(uptime.toMinutes(), uptime.toSecondsPart());
  }

  private static String memory(long bytes) {
    return bytes / MEBIBYTE + " MB";
  }
}

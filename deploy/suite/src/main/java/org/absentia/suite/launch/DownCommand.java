package org.absentia.suite.launch;

import java.util.List;
import java.util.stream.Collectors;
import org.absentia.suite.Command;
import org.absentia.suite.Component;
import org.absentia.suite.Installation;

/** Stops everything. */
public final class DownCommand implements Command {
  @Override
  public String name() {
    return "down";
  }

  @Override
  public String usage() {
    return """
    down
        stop everything; the data stay
    """;
  }

  @Override
  public int run(List<String> args, Installation installation) {
    String running =
        installation.running().stream().map(Component::label).collect(Collectors.joining(", "));
    installation.down();
    System.out.println(running.isEmpty() ? "nothing was running" : "stopped " + running);
    return 0;
  }
}

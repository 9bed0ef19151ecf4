package org.absentia.suite.launch;

import java.util.List;
import org.absentia.suite.Command;
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
    int running = installation.running().size();
    installation.down();
    System.out.println(running == 0 ? "nothing was running" : "stopped " + running + " processes");
    return 0;
  }
}

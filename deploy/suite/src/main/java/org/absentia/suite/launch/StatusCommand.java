package org.absentia.suite.launch;

import java.util.List;
import org.absentia.suite.Command;
import org.absentia.suite.ComponentStatus;
import org.absentia.suite.Installation;

/** Shows what runs; the exit code is 0 only if everything is ready. */
public final class StatusCommand implements Command {
  @Override
  public String name() {
    return "status";
  }

  @Override
  public String usage() {
    return """
    status
        show process, port, state, uptime and memory of each; exit code 0 if all are ready
    """;
  }

  @Override
  public int run(List<String> args, Installation installation) {
    List<ComponentStatus> status = installation.status();
    System.out.print(StatusTable.of(status));
    return status.stream().allMatch(one -> one.state() == ComponentStatus.State.READY) ? 0 : 1;
  }
}

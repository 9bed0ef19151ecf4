package org.absentia.suite.launch;

import java.util.List;
import java.util.Locale;
import org.absentia.suite.Command;
import org.absentia.suite.Component;
import org.absentia.suite.Installation;

/** Starts what is missing and waits until it is ready. */
public final class UpCommand implements Command {
  @Override
  public String name() {
    return "up";
  }

  @Override
  public String usage() {
    return """
    up [SERVICE...]
        start PostgreSQL, Kafka, the issuer and the services (or only those named), and wait
    """;
  }

  @Override
  public int run(List<String> args, Installation installation) {
    Component[] wanted = args.stream().map(Words::component).toArray(Component[]::new);
    long began = System.nanoTime();
    installation.up(wanted);
    System.out.printf(Locale.ROOT, "up after %.1f s%n", (System.nanoTime() - began) / 1e9);
    for (Component component : Component.values()) {
      if (Component.SERVICES.contains(component) && installation.running().contains(component)) {
        System.out.printf(
            "  %-22s %s/q/swagger-ui%n", component.label(), installation.address(component));
      }
    }
    return 0;
  }
}

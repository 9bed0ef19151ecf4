package org.absentia.suite.launch;

import java.util.List;
import java.util.Locale;
import org.absentia.suite.Command;
import org.absentia.suite.Component;
import org.absentia.suite.Installation;

/** Makes a service forget its database and read everything back. */
public final class RebuildCommand implements Command {
  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String usage() {
    return """
    rebuild outcome-service
        drop its database and let it read everything back from the topics
    """;
  }

  @Override
  public int run(List<String> args, Installation installation) {
    if (args.size() != 1) {
      System.err.println("rebuild outcome-service");
      return 2;
    }
    Component component = Words.component(args.getFirst());
    long began = System.nanoTime();
    try {
      installation.rebuild(component);
    } catch (IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      return 2;
    }
    System.out.printf(
        Locale.ROOT,
        "%s reads everything back; ready after %.1f s%n",
        component.label(),
        (System.nanoTime() - began) / 1e9);
    return 0;
  }
}

package org.absentia.suite.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.absentia.suite.Command;
import org.absentia.suite.Installation;

/** Runs the synthetic trial on a local installation. */
public final class DemoCommand implements Command {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String usage() {
    return """
    demo [mi-nav] [--seed N] [--scale full|small] [--exit]
        run a whole synthetic trial, from registry messages to its tables, and leave everything
        running (--exit stops it); run again after an interruption, it goes on
    """;
  }

  @Override
  public int run(List<String> args, Installation installation) {
    Options options = Options.of(args);
    installation.up();
    try {
      return run(options, new InstallationSite(installation), System.out);
    } finally {
      if (options.exit()) {
        installation.down();
      }
    }
  }

  /** Run the trial at a site that is up; 0 only when everything held. */
  static int run(Options options, Site site, PrintStream out) {
    Story story = new Story(out, Boolean.getBoolean("absentia.terminal"));
    try (Calls calls = new Calls(site, PATIENCE);
        Feed feed = new Feed(site, calls)) {
      List<String> complaints = new Scenario(options, site, calls, feed, story).run();
      story.step(complaints.isEmpty() ? "All steps held" : "Some steps did not hold");
      complaints.forEach(complaint -> story.line("- %s", complaint));
      return complaints.isEmpty() ? 0 : 1;
    } catch (DemoFailure failure) {
      story.step("The demo cannot go on");
      story.line("%s", failure.reason());
      return 1;
    }
  }
}

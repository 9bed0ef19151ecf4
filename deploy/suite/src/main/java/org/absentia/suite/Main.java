package org.absentia.suite;

import java.util.List;
import org.absentia.suite.launch.CommandLine;

/** The program behind {@code ./absentia}. */
public final class Main {
  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandLine.run(List.of(args)));
  }
}

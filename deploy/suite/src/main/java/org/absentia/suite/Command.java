package org.absentia.suite;

import java.util.List;

/** One command of {@code ./absentia}. */
public interface Command {
  /** The word on the command line. */
  String name();

  /** Arguments and purpose in one line each, for {@code help}. */
  String usage();

  /** Runs the command with what followed its name and answers the exit code. */
  int run(List<String> args, Installation installation) throws Exception;
}

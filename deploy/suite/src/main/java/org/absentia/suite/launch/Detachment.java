package org.absentia.suite.launch;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;

/** Finds a way to start a process in a session of its own without changing its pid. */
final class Detachment {
  private static final String SETSID_IN_PERL =
      "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV";

  private Detachment() {}

  static List<String> prefix() {
    if (onPath("setsid")) {
      return List.of("setsid");
    }
    // macOS has no setsid command, but perl
    return onPath("perl") ? List.of("perl", "-e", SETSID_IN_PERL, "--") : List.of();
  }

  private static boolean onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(path)
        .anyMatch(directory -> new File(directory, program).canExecute());
  }
}

package org.absentia.suite.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.local.ProcessIdentity;
import org.absentia.suite.Component;

/** Starts and stops the processes of one installation and remembers them in files. */
final class ProcessTable {
  private static final Duration FORCED = Duration.ofSeconds(5);
  private static final long LARGEST_LOG = 20L * 1024 * 1024;

  private final Duration grace;
  private final Path runDirectory;
  private final Path logDirectory;

  /** Keeps its files below {@code home}; {@code grace} is how long a process may take to stop. */
  ProcessTable(Path home, Duration grace) {
    this.grace = grace;
    this.runDirectory = home.resolve("run");
    this.logDirectory = home.resolve("log");
  }

  /** The remembered process of a component, provided it still runs. */
  Optional<RunFile> running(Component component) {
    return RunFile.read(runDirectory, component).filter(run -> run.process().alive());
  }

  Path log(Component component) {
    return logDirectory.resolve(component.label() + ".log");
  }

  Path logDirectory() {
    return logDirectory;
  }

  /** Starts the process in a session of its own, so that it outlives us and our terminal. */
  Started start(Part part, int port) {
    try {
      Files.createDirectories(logDirectory);
      Path log = log(part.component());
      long logStart = rotate(log);
      List<String> command = new ArrayList<>(Detachment.prefix());
      command.addAll(part.command());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(logDirectory.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(part.environment());
      Process process = builder.start();
      ProcessIdentity identity =
          ProcessIdentity.of(process.toHandle())
              .orElseThrow(() -> died(part.component(), new LogTail(log, logStart)));
      new RunFile(identity, port).write(runDirectory, part.component());
      return new Started(identity, new LogTail(log, logStart));
    } catch (IOException failed) {
      throw new LaunchFailure(
          part.component().label() + " cannot be started: " + failed.getMessage());
    }
  }

  /** Asks the process to stop, waits, and kills it when it does not. */
  void stop(Component component, String signal) {
    running(component)
        .ifPresent(
            run -> {
              run.process().signal(signal);
              if (!run.process().awaitEnd(grace)) {
                run.process().signal("KILL");
                run.process().awaitEnd(FORCED);
              }
            });
    forget(component);
  }

  /** Removes what was remembered of a process that is gone. */
  void forget(Component component) {
    RunFile.delete(runDirectory, component);
  }

  /** Kills the process without warning; the run file stays, as it would after an accident. */
  void kill(Component component) {
    running(component)
        .ifPresent(
            run -> {
              run.process().signal("KILL");
              run.process().awaitEnd(FORCED);
            });
  }

  /** The failure to report when a process ends while it should start. */
  static LaunchFailure died(Component component, LogTail log) {
    return new LaunchFailure(
        "%s died while starting; the end of %s:%n%s"
            .formatted(component.label(), log.file(), log.read().indent(4)));
  }

  private static long rotate(Path log) throws IOException {
    if (!Files.exists(log)) {
      return 0;
    }
    if (Files.size(log) > LARGEST_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      return 0;
    }
    return Files.size(log);
  }

  /** A process just started, with the place in its log where this run begins. */
  record Started(ProcessIdentity process, LogTail log) {}
}

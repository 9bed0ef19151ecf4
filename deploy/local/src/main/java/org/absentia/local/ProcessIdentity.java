package org.absentia.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that we started, told apart from a later one that got the same pid by its start time.
 */
public record ProcessIdentity(long pid, Instant startedAt) {
  /** The kernel's start times are counted from a boot time that clock corrections shift a bit. */
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

  /** Reads the identity of a process that runs now. */
  public static Optional<ProcessIdentity> of(ProcessHandle process) {
    return process.info().startInstant().map(start -> new ProcessIdentity(process.pid(), start));
  }

  /** Finds the process if it still runs; a recycled pid or a zombie counts as gone. */
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedWhenWeDid);
  }

  /** Tells whether exactly this process still runs. */
  public boolean alive() {
    return handle().isPresent();
  }

  /** Sends a signal such as {@code INT}, provided the pid is still ours. */
  public void signal(String name) {
    if (alive()) {
      Signals.send(name, pid);
    }
  }

  /** Waits until the process is gone and tells whether it is. */
  public boolean awaitEnd(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (alive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Signals.pause(20);
    }
    return true;
  }

  private boolean startedWhenWeDid(ProcessHandle process) {
    return !isZombie(process.pid())
        && process
            .info()
            .startInstant()
            .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_SLACK) <= 0)
            .orElse(false);
  }

  /** A killed process whose threads are still going keeps its ports, so it counts as alive. */
  private static boolean isZombie(long pid) {
    Path process = Path.of("/proc/" + pid);
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      String stat = Files.readString(process.resolve("stat"), StandardCharsets.UTF_8);
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() <= 1;
    } catch (IOException notLinuxOrGone) {
      return false;
    }
  }

  /** Sends signals, which the JDK can do for TERM and KILL only. */
  static final class Signals {
    private Signals() {}

    static void send(String name, long pid) {
      try {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor(5, TimeUnit.SECONDS);
      } catch (IOException noShell) {
        throw new IllegalStateException("cannot send SIG" + name + " to pid " + pid, noShell);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }

    static void pause(long millis) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting", stopped);
      }
    }
  }
}

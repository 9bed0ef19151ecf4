package org.absentia.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Finds the process that listens on a TCP port: through /proc on Linux, through lsof elsewhere. */
final class Listener {
  private static final String LISTENING = "0A";
  private static final int LONGEST_COMMAND = 160;

  private Listener() {}

  /** Describes the listener as {@code pid 123 (command)}, or says that it cannot be seen. */
  static String on(int port) {
    return pid(port)
        .map(Listener::describe)
        .orElse("a process this user may not see (try: sudo ss -ltnp 'sport = :" + port + "')");
  }

  static Optional<Long> pid(int port) {
    return Files.isDirectory(Path.of("/proc/self/fd")) ? fromProc(port) : fromLsof(port);
  }

  static String describe(long pid) {
    String command = commandLine(pid).replaceAll("\\s+", " ");
    String shown =
        command.length() > LONGEST_COMMAND
            ? command.substring(0, LONGEST_COMMAND) + "..."
            : command;
    return "pid " + pid + " (" + shown + ")";
  }

  private static String commandLine(long pid) {
    try {
      String raw = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
      if (!raw.isBlank()) {
        return raw.replace('\0', ' ').strip();
      }
    } catch (IOException notLinuxOrGone) {
      // the portable way below answers
    }
    return ProcessHandle.of(pid).flatMap(p -> p.info().command()).orElse("command unknown");
  }

  private static Optional<Long> fromProc(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      sockets.addAll(listeningInodes(Path.of(table), port));
    }
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (holdsOneOf(process.resolve("fd"), sockets)) {
          return Optional.of(Long.parseLong(process.getFileName().toString()));
        }
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Set<String> listeningInodes(Path table, int port) {
    String suffix = String.format(":%04X", port);
    Set<String> inodes = new HashSet<>();
    try {
      for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
        String[] column = line.strip().split("\\s+");
        if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTENING)) {
          inodes.add("socket:[" + column[9] + "]");
        }
      }
    } catch (IOException unreadable) {
      return Set.of();
    }
    return inodes;
  }

  private static boolean holdsOneOf(Path descriptors, Set<String> sockets) {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
      for (Path link : links) {
        if (sockets.contains(target(link))) {
          return true;
        }
      }
    } catch (IOException foreignOrGone) {
      return false;
    }
    return false;
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static Optional<Long> fromLsof(int port) {
    try {
      Process lsof =
          new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      lsof.waitFor(5, TimeUnit.SECONDS);
      return answer.lines().findFirst().map(line -> Long.parseLong(line.strip()));
    } catch (IOException | NumberFormatException noLsof) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

package org.absentia.suite.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How much memory a process and its children hold; shared pages are divided among the sharers. */
final class Memory {
  private static final long KIBIBYTE = 1024;

  private Memory() {}

  static long of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(one -> ofOne(one.pid()))
        .sum();
  }

  private static long ofOne(long pid) {
    return kibibytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:")
        .or(() -> kibibytes(Path.of("/proc/" + pid + "/status"), "VmRSS:"))
        .or(() -> fromPs(pid))
        .map(kibibytes -> kibibytes * KIBIBYTE)
        .orElse(0L);
  }

  private static Optional<Long> kibibytes(Path file, String name) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Long> fromPs(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.isBlank() ? Optional.empty() : Optional.of(Long.parseLong(answer.strip()));
    } catch (IOException | NumberFormatException noPs) {
      return Optional.empty();
    }
  }
}

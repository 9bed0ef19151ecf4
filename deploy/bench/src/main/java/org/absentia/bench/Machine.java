package org.absentia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the figures of a run depend on besides the code. */
public final class Machine {
  private Machine() {}

  /** Java, processor and heap in a line or two. */
  public static String described() {
    Runtime runtime = Runtime.getRuntime();
    return "Java %s (%s), heap %d MB%n%s, %d processors"
        .formatted(
            Runtime.version(),
            System.getProperty("java.vm.name"),
            runtime.maxMemory() >> 20,
            processor(),
            runtime.availableProcessors());
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 2))
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException notLinux) {
      return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
  }
}

package org.absentia.bench.statistics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** R in a process of its own, which gets the data as files. */
final class Rscript {
  private static final String SCRIPT = "methods.R";

  /**
   * What R answered.
   *
   * @param version of R and of the package that holds the method
   * @param seconds the median over the rounds, without reading
   */
  record Answer(String version, double seconds, List<Double> estimates) {
    Answer {
      estimates = List.copyOf(estimates);
    }
  }

  private Rscript() {}

  /** Tells whether R and the packages are installed. */
  static boolean isInstalled() {
    String probe = "for (p in c('survival', 'lme4', 'mice', 'MASS')) loadNamespace(p)";
    try {
      return new ProcessBuilder("Rscript", "-e", probe)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      throw stopped(interrupted);
    }
  }

  /** Lets a contender estimate from the data. */
  static Answer run(Columns data, Contender contender, int rounds) {
    try {
      Path directory = Files.createTempDirectory("absentia-bench");
      try {
        data.write(directory);
        return answer(output(directory, contender, rounds));
      } finally {
        erase(directory);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Answer answer(List<String> lines) {
    List<String> last = lines.subList(lines.size() - 3, lines.size());
    double[] seconds = numbers(last.get(1)).mapToDouble(Double::doubleValue).toArray();
    return new Answer(last.get(0).trim(), Timing.median(seconds), numbers(last.get(2)).toList());
  }

  private static Stream<Double> numbers(String line) {
    return Arrays.stream(line.trim().split(" +")).map(Double::valueOf);
  }

  private static List<String> output(Path directory, Contender contender, int rounds)
      throws IOException {
    Path script = directory.resolve(SCRIPT);
    try (InputStream in = Rscript.class.getResourceAsStream("/statistics/" + SCRIPT)) {
      Files.copy(Objects.requireNonNull(in, SCRIPT), script);
    }
    List<String> command =
        new ArrayList<>(List.of("Rscript", script.toString(), directory.toString()));
    command.addAll(List.of(contender.method(), Integer.toString(rounds)));
    command.addAll(contender.arguments());
    Path output = directory.resolve("output.txt");
    Process r =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (r.waitFor() != 0) {
        throw new IllegalStateException("R failed:\n" + Files.readString(output));
      }
      return Files.readAllLines(output);
    } catch (InterruptedException interrupted) {
      r.destroy();
      throw stopped(interrupted);
    }
  }

  private static IllegalStateException stopped(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("stopped while R was running", interrupted);
  }

  private static void erase(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}

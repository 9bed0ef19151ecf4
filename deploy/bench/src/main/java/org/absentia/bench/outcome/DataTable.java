package org.absentia.bench.outcome;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.absentia.outcome.record.RegistryRecord;

/** The same records asked by R's data.table with one thread, in a process of its own. */
final class DataTable {
  private static final int FAR_AWAY = 84_000;

  /**
   * What R answered.
   *
   * @param seconds of each round, reading the files left out
   */
  record Answer(String versions, List<Double> seconds, LostWorkdays lost) {}

  private DataTable() {}

  /** Tells whether R and data.table are installed. */
  static boolean isInstalled() {
    try {
      Process probe =
          new ProcessBuilder("Rscript", "-e", "library(data.table)")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return probe.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      throw stopped(interrupted);
    }
  }

  /** Runs the script on the records of these persons. */
  static Answer run(List<Person> persons, int rounds) {
    try {
      Path directory = Files.createTempDirectory("absentia-bench");
      try {
        return run(persons, rounds, directory);
      } finally {
        erase(directory);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Answer run(List<Person> persons, int rounds, Path directory) throws IOException {
    write(persons, directory);
    Path script = directory.resolve("lost-workdays.R");
    Files.writeString(script, DuckDb.resource("lost-workdays.R"));
    List<String> lines = output(script, directory, rounds);
    List<Double> seconds =
        Stream.of(lines.getLast().trim().split(" ")).map(Double::valueOf).toList();
    return new Answer(
        lines.get(lines.size() - 2).trim(),
        seconds,
        lost(directory.resolve("lost.csv"), persons.size()));
  }

  private static List<String> output(Path script, Path directory, int rounds) throws IOException {
    Path output = directory.resolve("output.txt");
    Process r =
        new ProcessBuilder(
                "Rscript", script.toString(), directory.toString(), Integer.toString(rounds))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (r.waitFor() != 0) {
        throw new IllegalStateException("R failed:\n" + Files.readString(output));
      }
      return Files.readAllLines(output, StandardCharsets.UTF_8);
    } catch (InterruptedException interrupted) {
      r.destroy();
      throw stopped(interrupted);
    }
  }

  private static IllegalStateException stopped(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("stopped while R was running", interrupted);
  }

  private static void write(List<Person> persons, Path directory) throws IOException {
    try (BufferedWriter person = Files.newBufferedWriter(directory.resolve("person.csv"));
        BufferedWriter version = Files.newBufferedWriter(directory.resolve("version.csv"));
        BufferedWriter period = Files.newBufferedWriter(directory.resolve("period.csv"))) {
      person.write("person,index_day\n");
      version.write("version_key,person,record,number,active,issued_at,register,employer\n");
      period.write("version_key,place,first_day,last_day,amount\n");
      int key = 0;
      for (Person each : persons) {
        person.write(each.number() + "," + each.indexDate().toEpochDay() + "\n");
        for (RegistryRecord record : each.versions()) {
          version.write(line(key, each, record));
          period.write(lines(key++, record));
        }
      }
    }
  }

  private static String line(int key, Person person, RegistryRecord record) {
    return "%d,%d,%s,%d,%d,%d,%s,%s%n"
        .formatted(
            key,
            person.number(),
            record.recordId(),
            record.version().number(),
            record.isActive() ? 1 : 0,
            record.version().issuedAt().getEpochSecond(),
            RecordColumns.register(record),
            RecordColumns.employer(record).findFirst().orElse(""));
  }

  private static String lines(int key, RegistryRecord record) {
    StringBuilder lines = new StringBuilder();
    int place = 0;
    for (RegistryRecord.Entry entry : record.periods()) {
      int last = Math.min(entry.days().to(), FAR_AWAY);
      lines.append(key).append(',').append(place++).append(',').append(entry.days().from());
      lines.append(',').append(last).append(',').append(RecordColumns.amount(entry)).append('\n');
    }
    return lines.toString();
  }

  private static LostWorkdays lost(Path file, int persons) throws IOException {
    LostWorkdays lost = new LostWorkdays(persons);
    for (String line : Files.readAllLines(file).subList(1, persons + 1)) {
      long[] fields = Arrays.stream(line.split(",")).mapToLong(Long::parseLong).toArray();
      lost.set((int) fields[0], fields[1], fields[2]);
    }
    return lost;
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

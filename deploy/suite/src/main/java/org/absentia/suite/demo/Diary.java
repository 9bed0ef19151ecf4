package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the demo has come, kept in a file so that it can go on after being killed. It names the
 * trial by its commitment: a diary of data that were erased since is void.
 */
final class Diary {
  private final Path file;
  private Entry entry;

  /**
   * What is noted.
   *
   * @param weeks candidate-list weeks that are done
   * @param listed candidates by person number
   * @param participants participant ids by person number
   */
  record Entry(
      long seed,
      String scale,
      String commitment,
      int weeks,
      Map<Integer, String> listed,
      Map<Integer, String> participants,
      String datasetId,
      String runId) {
    Entry {
      listed = new TreeMap<>(listed);
      participants = new TreeMap<>(participants);
    }
  }

  private Diary(Path file, Entry entry) {
    this.file = file;
    this.entry = entry;
  }

  static Diary begun(Path home, String trial, long seed, String scale, String commitment) {
    Entry first = new Entry(seed, scale, commitment, 0, Map.of(), Map.of(), "", "");
    Diary diary = new Diary(file(home, trial), first);
    diary.save();
    return diary;
  }

  /** Open the diary of the trial with this commitment, if there is one. */
  static Optional<Diary> of(Path home, String trial, String commitment) {
    Path file = file(home, trial);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode json = Calls.JSON.readTree(Files.readAllBytes(file));
      Entry entry = Calls.JSON.treeToValue(json, Entry.class);
      return Optional.of(new Diary(file, entry))
          .filter(diary -> diary.entry.commitment().equals(commitment));
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + file, broken);
    }
  }

  long seed() {
    return entry.seed();
  }

  String scale() {
    return entry.scale();
  }

  int weeks() {
    return entry.weeks();
  }

  Map<Integer, String> listed() {
    return entry.listed();
  }

  Map<Integer, String> participants() {
    return entry.participants();
  }

  Optional<String> datasetId() {
    return Optional.of(entry.datasetId()).filter(id -> !id.isEmpty());
  }

  Optional<String> runId() {
    return Optional.of(entry.runId()).filter(id -> !id.isEmpty());
  }

  /** Note that so many weeks are done, with who is listed and who takes part by now. */
  void weekDone(int weeks, Map<Integer, String> listed, Map<Integer, String> participants) {
    update(Math.max(weeks, entry.weeks()), listed, participants, entry.datasetId(), entry.runId());
  }

  void locked(String datasetId) {
    update(entry.weeks(), entry.listed(), entry.participants(), datasetId, "");
  }

  void analysed(String runId) {
    update(entry.weeks(), entry.listed(), entry.participants(), entry.datasetId(), runId);
  }

  private void update(
      int weeks,
      Map<Integer, String> listed,
      Map<Integer, String> participants,
      String datasetId,
      String runId) {
    entry =
        new Entry(
            entry.seed(),
            entry.scale(),
            entry.commitment(),
            weeks,
            listed,
            participants,
            datasetId,
            runId);
    save();
  }

  private void save() {
    try {
      Files.createDirectories(file.getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Calls.JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValue(next.toFile(), entry);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  private static Path file(Path home, String trial) {
    return home.resolve("demo").resolve(trial + ".json");
  }
}

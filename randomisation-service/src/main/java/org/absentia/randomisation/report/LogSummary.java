package org.absentia.randomisation.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.trial.TrialLog;

/** The entries of a log that reports speak of, by type. */
final class LogSummary {
  private static final int PAGE = 5_000;
  private static final Set<String> TOLD =
      Set.of(
          "SLOT_TAKEN",
          "SLOT_VOIDED",
          "EPOCH_STARTED",
          "ARM_SHOWN",
          "CODE_BROKEN",
          "EXPORTED",
          "DATA_LOCKED");

  private final Map<String, List<JsonNode>> byType = new HashMap<>();
  private long count;

  /** Reads a log from its first entry to its last one. */
  static LogSummary of(TrialLog log, String trialId) {
    LogSummary summary = new LogSummary();
    List<LogEntry> page;
    do {
      page = log.entries(trialId, summary.count, PAGE);
      page.forEach(summary::add);
    } while (page.size() == PAGE);
    return summary;
  }

  private void add(LogEntry entry) {
    count++;
    if (TOLD.contains(entry.type())) {
      byType
          .computeIfAbsent(entry.type(), unseen -> new ArrayList<>())
          .add(JsonReader.parse(entry.canonical().getBytes(StandardCharsets.UTF_8)));
    }
  }

  long count() {
    return count;
  }

  List<JsonNode> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  List<JsonNode> ofType(String type, String stratum) {
    return ofType(type).stream()
        .filter(entry -> entry.path("stratum").asText().equals(stratum))
        .toList();
  }

  /** Returns how often each participant's arm was shown. */
  Collection<Integer> looks() {
    Map<String, Integer> looks = new HashMap<>();
    ofType("ARM_SHOWN")
        .forEach(entry -> looks.merge(entry.path("participant").asText(), 1, Integer::sum));
    return looks.values();
  }

  /** Returns what left the service, in order. */
  List<Disclosure> disclosures() {
    return ofType("EXPORTED").stream()
        .map(
            entry ->
                new Disclosure(
                    at(entry),
                    entry.path("what").asText(),
                    entry.has("stratum")
                        ? Optional.of(entry.path("stratum").asText())
                        : Optional.empty(),
                    entry.has("fromSlot")
                        ? OptionalInt.of(entry.path("fromSlot").asInt())
                        : OptionalInt.empty()))
        .toList();
  }

  static Instant at(JsonNode entry) {
    return Instant.parse(entry.path("at").asText());
  }
}

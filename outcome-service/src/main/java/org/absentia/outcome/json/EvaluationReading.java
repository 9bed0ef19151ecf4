package org.absentia.outcome.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.outcome.json.RecordReading.Manner;
import org.absentia.outcome.record.CurrentRecords;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.platform.json.JsonReader;

/**
 * A request to evaluate records (contracts/outcomes.md section 6).
 *
 * @param records every version sent, those issued after {@code knownAt} too
 */
public record EvaluationReading(
    OutcomeDefinition definition,
    LocalDate indexDate,
    Optional<Instant> knownAt,
    boolean explain,
    List<RegistryRecord> records) {
  /** The most records that one request may hold. */
  public static final int MOST_RECORDS = 10_000;

  /** Reads a request, noting every fault; after a fault it holds placeholders. */
  public static EvaluationReading read(JsonReader in) {
    if (!in.node().isObject()) {
      in.fault("must be an object");
    }
    in.noOthers("definition", "indexDate", "knownAt", "explain", "records");
    return new EvaluationReading(
        DefinitionReading.read(in, "definition"),
        PeriodsJson.requiredDate(in, "indexDate").orElse(LocalDate.EPOCH),
        in.instant("knownAt"),
        in.bool("explain", false),
        records(in));
  }

  /** The records that count, as known at the cut-off if there is one. */
  public CurrentRecords current() {
    return knownAt
        .map(instant -> CurrentRecords.knownAt(instant, records))
        .orElseGet(() -> CurrentRecords.of(records));
  }

  private static List<RegistryRecord> records(JsonReader in) {
    if (!in.has("records")) {
      in.fault("records", "is missing");
      return List.of();
    }
    if (in.node().path("records").size() > MOST_RECORDS) {
      in.fault("records", "must not hold more than " + MOST_RECORDS + " records");
      return List.of();
    }
    List<RegistryRecord> records = new ArrayList<>();
    Map<Identity, RegistryRecord> known = new HashMap<>();
    for (JsonReader place : in.objects("records")) {
      int faultsBefore = in.faults().list().size();
      Optional<RegistryRecord> record = RecordReading.read(place, Manner.STRICT);
      if (record.isPresent() && in.faults().list().size() == faultsBefore) {
        records.add(record.get());
        noteContradiction(place, known, record.get());
      }
    }
    return records;
  }

  private record Identity(String recordId, long version) {}

  private static void noteContradiction(
      JsonReader place, Map<Identity, RegistryRecord> known, RegistryRecord record) {
    Identity identity = new Identity(record.recordId(), record.version().number());
    RegistryRecord first = known.putIfAbsent(identity, record);
    if (first != null && !first.equals(record)) {
      place.fault("differs from an earlier record of the same recordId and version");
    }
  }
}

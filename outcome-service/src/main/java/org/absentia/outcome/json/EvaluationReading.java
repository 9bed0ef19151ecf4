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
    Map<RecordContent.Identity, RecordContent> known = new HashMap<>();
    for (JsonReader place : in.objects("records")) {
      RecordReading.read(place, Manner.STRICT).ifPresent(records::add);
      noteContradiction(place, known);
    }
    return records;
  }

  private static void noteContradiction(
      JsonReader place, Map<RecordContent.Identity, RecordContent> known) {
    Optional<RecordContent.Identity> identity = RecordContent.Identity.of(place.node());
    if (identity.isPresent()) {
      RecordContent content = RecordContent.of(place.node());
      RecordContent first = known.putIfAbsent(identity.get(), content);
      if (first != null && !first.equals(content)) {
        place.fault("differs from an earlier record of the same recordId and version");
      }
    }
  }
}

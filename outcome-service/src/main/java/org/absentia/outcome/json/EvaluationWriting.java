package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.outcome.computation.Evaluation;
import org.absentia.outcome.computation.OutcomeVersion.Basis;
import org.absentia.outcome.derivation.Telling;
import org.absentia.outcome.record.RegistryRecord;
import org.absentia.outcome.timeline.Period;
import org.absentia.outcome.timeline.Segment;
import org.absentia.platform.json.JsonReader;

/** Writes requests that {@link EvaluationReading} reads. */
public final class EvaluationWriting {
  private EvaluationWriting() {}

  /** The request that gives an outcome version again. */
  public static ObjectNode request(Evaluation evaluation) {
    Basis basis = evaluation.version().basis();
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.set("definition", StoredJson.read(basis.definition(), JsonReader::node));
    out.put("indexDate", basis.indexDate().toString()).put("explain", false);
    ArrayNode records = out.putArray("records");
    evaluation.records().forEach(record -> records.add(write(record)));
    return out;
  }

  /**
   * A record as a request may hold it. Events are read tolerantly: where the periods of a record
   * overlap the first listed one counts, and only that one is written.
   */
  private static ObjectNode write(RegistryRecord record) {
    ObjectNode out = RecordWriting.write(record);
    JsonNode listed = out.path("periods");
    List<Segment<Integer>> told = told(record.periods());
    if (!told.stream().map(Segment::period).toList().equals(days(record))) {
      ArrayNode periods = out.putArray("periods");
      for (Segment<Integer> segment : told) {
        Period days = segment.period();
        ObjectNode period = periods.addObject();
        period.setAll((ObjectNode) listed.get(segment.value()));
        period.put("from", Period.date(days.from()).toString());
        period.put("to", days.isOpen() ? null : Period.date(days.to()).toString());
      }
    }
    return out;
  }

  /** Which of the listed periods tells of which days. */
  private static <E extends RegistryRecord.Entry> List<Segment<Integer>> told(List<E> listed) {
    Map<E, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < listed.size(); i++) {
      places.put(listed.get(i), i);
    }
    return Telling.of(listed, places::get).segments();
  }

  private static List<Period> days(RegistryRecord record) {
    return record.days().toList();
  }
}

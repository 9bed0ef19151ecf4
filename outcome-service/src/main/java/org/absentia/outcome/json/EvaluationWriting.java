package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.absentia.outcome.computation.Evaluation;
import org.absentia.outcome.computation.OutcomeVersion.Basis;
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
    evaluation.records().forEach(record -> records.add(RecordWriting.write(record)));
    return out;
  }
}

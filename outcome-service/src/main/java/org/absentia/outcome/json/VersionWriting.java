package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Optional;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.platform.json.JsonReader;

/** An outcome version as it is answered and published. */
public final class VersionWriting {
  private VersionWriting() {}

  /**
   * Writes one version; {@code outcome} is null when there are no values, else their text as it is
   * stored.
   */
  public static ObjectNode write(OutcomeVersion version) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("participantId", version.participantId().toString())
            .put("trialId", version.trialId())
            .put("outcomeVersion", version.number())
            .put("computedAt", version.computedAt().toString())
            .put("status", version.status().name())
            .put("inputHash", version.inputHash());
    version
        .outcome()
        .ifPresentOrElse(
            text -> out.putRawValue("outcome", new RawValue(text)), () -> out.putNull("outcome"));
    return out;
  }

  /** The values of a version, unless it has none. */
  public static Optional<JsonNode> values(OutcomeVersion version) {
    return version.outcome().map(text -> StoredJson.read(text, JsonReader::node));
  }
}

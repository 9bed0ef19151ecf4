package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.outcome.computation.OutcomeStatus;
import org.absentia.outcome.computation.OutcomeVersion;
import org.absentia.outcome.computation.OutcomeVersion.Basis;
import org.absentia.outcome.computation.OutcomeVersion.Input;
import org.absentia.outcome.computation.Sha256;
import org.absentia.outcome.computation.Snapshot;
import org.absentia.outcome.computation.TrialDefinition;
import org.absentia.platform.json.JsonReader;

/**
 * What this service publishes of its own decisions, whole, so that a new database can take them
 * back.
 */
public final class HistoryJson {
  public static final String VERSION_KEPT = "outcome.version-kept.v1";
  public static final String DEFINITION_SET = "outcome.definition-set.v1";
  public static final String SNAPSHOT_TAKEN = "outcome.snapshot-taken.v1";

  private HistoryJson() {}

  /** Writes a version with all that it came from. */
  public static ObjectNode write(OutcomeVersion version) {
    ObjectNode out = VersionWriting.write(version).put("id", version.id().toString());
    out.put("outcomeHash", version.outcomeHash().orElse(null));
    out.put("indexDate", version.basis().indexDate().toString());
    out.putRawValue("definition", new RawValue(version.basis().definition()));
    out.set("inputs", InputsJson.node(version.inputs()));
    return out;
  }

  /** Reads what {@link #write(OutcomeVersion)} wrote; values that do not have their hash fail. */
  public static OutcomeVersion readVersion(JsonReader in) {
    Optional<String> outcome =
        Optional.of(in.node().path("outcome")).filter(JsonNode::isObject).map(JsonNode::toString);
    Optional<String> outcomeHash = in.text("outcomeHash");
    if (outcome.isPresent() && !outcome.map(Sha256::of).equals(outcomeHash)) {
      throw new IllegalStateException("an outcome that does not have its hash");
    }
    return new OutcomeVersion(
        UUID.fromString(in.requiredText("id")),
        UUID.fromString(in.requiredText("participantId")),
        in.requiredText("trialId"),
        in.requiredInteger("outcomeVersion"),
        in.requiredChoice("status", OutcomeStatus.class),
        new Basis(in.requiredObject("definition").node().toString(), in.requiredDate("indexDate")),
        in.requiredText("inputHash"),
        inputs(in),
        in.requiredInstant("computedAt"),
        outcome,
        outcomeHash);
  }

  private static List<Input> inputs(JsonReader in) {
    return in.objects("inputs").stream().map(InputsJson::read).toList();
  }

  /** Writes a definition that was set here. */
  public static ObjectNode write(TrialDefinition definition) {
    ObjectNode out =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", definition.id().toString())
            .put("trialId", definition.trialId())
            .put("setAt", definition.setAt().toString())
            .put("reason", definition.reason().orElse(null))
            .put("setBy", definition.setBy().orElse(null));
    out.set("definition", DefinitionWriting.write(definition.definition()));
    return out;
  }

  /** Reads what {@link #write(TrialDefinition)} wrote. */
  public static TrialDefinition readDefinition(JsonReader in) {
    return new TrialDefinition(
        UUID.fromString(in.requiredText("id")),
        in.requiredText("trialId"),
        in.requiredInstant("setAt"),
        DefinitionReading.read(in, "definition"),
        OptionalInt.empty(),
        in.text("reason"),
        in.text("setBy"));
  }

  /** Writes a snapshot. */
  public static ObjectNode write(Snapshot snapshot) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", snapshot.id().toString())
        .put("hash", snapshot.hash())
        .put("trialId", snapshot.trialId())
        .put("knownAt", snapshot.knownAt().toString())
        .put("participants", snapshot.participants())
        .put("takenAt", snapshot.takenAt().toString())
        .put("takenBy", snapshot.takenBy().orElse(null));
  }

  /** Reads what {@link #write(Snapshot)} wrote. */
  public static Snapshot readSnapshot(JsonReader in) {
    return new Snapshot(
        UUID.fromString(in.requiredText("id")),
        in.requiredText("hash"),
        in.requiredText("trialId"),
        in.requiredInstant("knownAt"),
        in.requiredInteger("participants"),
        in.requiredInstant("takenAt"),
        in.text("takenBy"));
  }
}

package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.absentia.outcome.computation.Snapshot;

/** A snapshot without its outcomes. */
public final class SnapshotWriting {
  private SnapshotWriting() {}

  /** Writes a snapshot. */
  public static ObjectNode write(Snapshot snapshot) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("hash", snapshot.hash())
        .put("trialId", snapshot.trialId())
        .put("knownAt", snapshot.knownAt().toString())
        .put("participants", snapshot.participants())
        .put("takenAt", snapshot.takenAt().toString())
        .put("takenBy", snapshot.takenBy().orElse(null));
  }
}

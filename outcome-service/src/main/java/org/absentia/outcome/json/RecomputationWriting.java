package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.absentia.outcome.computation.Recomputation;
import org.absentia.outcome.computation.Recomputation.Progress;
import org.jspecify.annotations.Nullable;

/** An order to derive outcomes anew, and how far it has come. */
public final class RecomputationWriting {
  private RecomputationWriting() {}

  /** Writes an order and its progress. */
  public static ObjectNode write(Progress progress) {
    Recomputation order = progress.order();
    return JsonNodeFactory.instance
        .objectNode()
        .put("recomputationId", order.id().toString())
        .put("trialId", order.trialId().orElse(null))
        .put("cause", order.cause().name())
        .put("reason", order.reason())
        .put("requestedBy", order.requestedBy().orElse(null))
        .put("requestedAt", order.requestedAt().toString())
        .put("status", status(progress))
        .put("participants", progress.participants())
        .put("recomputed", progress.recomputed())
        .put("changed", progress.changed())
        .put("failed", progress.failed())
        .put("finishedAt", text(progress.finishedAt()));
  }

  private static String status(Progress progress) {
    if (progress.cancelledAt().isPresent()) {
      return "CANCELLED";
    }
    return progress.finishedAt().isPresent() ? "FINISHED" : "RUNNING";
  }

  private static @Nullable String text(Optional<Instant> instant) {
    return instant.map(Instant::toString).orElse(null);
  }
}

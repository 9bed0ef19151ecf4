package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.absentia.randomisation.unmasking.AnalysisRun;
import org.absentia.randomisation.unmasking.NoteAnalysisRun;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears that analysis-service analysed a dataset, before which it cannot be unmasked. */
@ApplicationScoped
class RunCompletedListener {
  private static final String DIGEST = "[0-9a-f]{64}";
  private static final UUID NO_ID = new UUID(0, 0);

  private final Inbox inbox;
  private final Trials trials;
  private final NoteAnalysisRun note;

  RunCompletedListener(Inbox inbox, Trials trials, NoteAnalysisRun note) {
    this.inbox = inbox;
    this.trials = trials;
    this.note = note;
  }

  @Incoming("run-completed")
  @Blocking // ordered, on a worker thread
  void on(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(
        message,
        json -> {
          AnalysisRun run = read(json);
          Trial trial =
              trials
                  .find(run.trialId())
                  .orElseThrow(() -> new MalformedMessage("/trialId names no trial"));
          note.note(trial, run);
        });
  }

  private static AnalysisRun read(JsonNode json) {
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(json, faults);
    AnalysisRun run =
        new AnalysisRun(
            id(in, "runId"),
            id(in, "datasetId").toString(),
            in.requiredText("trialId"),
            in.requiredText("resultHash"),
            in.requiredInstant("completedAt"));
    // it enters the log as it is
    if (!run.resultHash().matches(DIGEST)) {
      in.fault("resultHash", "must be a SHA-256 in hex");
    }
    if (faults.any()) {
      throw new MalformedMessage(faults.list());
    }
    return run;
  }

  private static UUID id(JsonReader in, String name) {
    String text = in.requiredText(name);
    try {
      return text.isEmpty() ? NO_ID : UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      in.fault(name, "must be a UUID");
      return NO_ID;
    }
  }
}

package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.platform.event.Inbox;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.trial.MaskAllocations;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears that analysis-service locked a dataset and has it labelled. */
@ApplicationScoped
class DataLockedListener {
  private static final int LONGEST_ID = 100;

  private record DataLocked(String datasetId, String trialId) {
    static DataLocked read(JsonNode json) {
      Faults faults = new Faults();
      JsonReader in = JsonReader.of(json, faults);
      DataLocked locked = new DataLocked(in.requiredText("datasetId"), in.requiredText("trialId"));
      if (locked.datasetId().length() > LONGEST_ID) {
        in.fault("datasetId", "has at most " + LONGEST_ID + " characters");
      }
      if (faults.any()) {
        throw new MalformedMessage(faults.list());
      }
      return locked;
    }
  }

  private final Inbox inbox;
  private final Trials trials;
  private final MaskAllocations mask;

  DataLockedListener(Inbox inbox, Trials trials, MaskAllocations mask) {
    this.inbox = inbox;
    this.trials = trials;
    this.mask = mask;
  }

  @Incoming("data-locked")
  @Blocking // ordered, on a worker thread
  void on(ConsumerRecord<String, byte @Nullable []> message) {
    inbox.receive(
        message,
        json -> {
          DataLocked locked = DataLocked.read(json);
          // trials are opened here, so that a lock can never come before its trial
          Trial trial =
              trials
                  .find(locked.trialId())
                  .orElseThrow(() -> new MalformedMessage("/trialId names no trial"));
          switch (mask.mask(trial, locked.datasetId())) {
            case MaskAllocations.Masked masked -> {
              // its labels wait in the outbox
            }
            case MaskAllocations.RecruitmentNotOver early ->
                throw new MalformedMessage("/trialId names a trial whose recruitment is not over");
          }
        });
  }
}

package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.Baseline;
import org.absentia.randomisation.trial.Baselines;

/**
 * Publishes the baseline variables as they were locked when the slot was taken, and a tombstone
 * once they are erased.
 */
@Singleton
class BaselineRecordedPublisher extends FactPublisher<Baseline> {
  static final String TOPIC = "randomisation.baseline-recorded.v1";
  private static final int ORDER = 40;

  private record BaselineRecorded(
      UUID participantId, String trialId, Instant recordedAt, @JsonRawValue String variables) {}

  BaselineRecordedPublisher(Baselines baselines, ObjectMapper json) {
    super(ORDER, baselines, json);
  }

  private byte[] value(Baseline baseline, String variables) {
    return bytes(
        new BaselineRecorded(
            baseline.participantId(), baseline.trialId(), baseline.recordedAt(), variables));
  }

  @Override
  OutgoingEvent event(Baseline baseline) {
    return new OutgoingEvent(
        baseline.eventId(),
        TOPIC,
        baseline.participantId().toString(),
        baseline.participantId().toString(),
        baseline.recordedAt(),
        baseline.variables().map(variables -> value(baseline, variables)).orElse(null));
  }
}

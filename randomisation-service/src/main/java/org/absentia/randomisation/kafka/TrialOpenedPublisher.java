package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;

/**
 * Publishes each opened trial with its protocol, of which every service reads its own section. The
 * section on randomisation stays here; the digest covers it all the same.
 */
@Singleton
class TrialOpenedPublisher extends FactPublisher<Trial> {
  static final String TOPIC = "randomisation.trial-opened.v1";
  private static final int ORDER = 10;

  /**
   * A version of a trial's protocol on its way.
   *
   * @param openedAt since when this version is in force
   * @param outcomeSince since when the section outcome stands as it does
   */
  record TrialOpened(
      String trialId,
      int version,
      String digest,
      Instant openedAt,
      Instant outcomeSince,
      @JsonRawValue String protocol) {}

  TrialOpenedPublisher(Trials trials, ObjectMapper json) {
    super(ORDER, trials, json);
  }

  @Override
  OutgoingEvent event(Trial trial) {
    return new OutgoingEvent(
        trial.eventId(),
        TOPIC,
        trial.id(),
        trial.id(),
        trial.openedAt(),
        bytes(
            new TrialOpened(
                trial.id(),
                Trial.FIRST_VERSION,
                trial.protocol().digest().hex(),
                trial.openedAt(),
                trial.openedAt(),
                trial.protocol().canonicalWithoutDesign())));
  }
}

package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.conduct.ProtocolVersion;
import org.absentia.randomisation.conduct.ProtocolVersions;

/** Publishes each later version of a protocol where its first was published. */
@Singleton
class ProtocolAmendedPublisher extends FactPublisher<ProtocolVersion> {
  private static final int ORDER = 11;

  ProtocolAmendedPublisher(ProtocolVersions versions, ObjectMapper json) {
    super(ORDER, versions, json);
  }

  @Override
  OutgoingEvent event(ProtocolVersion version) {
    ProtocolVersion.InForce inForce = version.inForce().orElseThrow();
    String trialId = version.protocol().trial();
    return new OutgoingEvent(
        version.id(),
        TrialOpenedPublisher.TOPIC,
        trialId,
        trialId,
        inForce.since(),
        bytes(
            new TrialOpenedPublisher.TrialOpened(
                trialId,
                inForce.version(),
                version.protocol().digest().hex(),
                inForce.since(),
                inForce.outcomeSince(),
                version.protocol().canonicalWithoutDesign())));
  }
}

package org.absentia.randomisation.http;

import java.time.Instant;
import java.util.UUID;
import org.absentia.randomisation.delivery.RecordedStatus;

/** What stands of a programme as a whole. */
public record StatusResponse(
    UUID participantId, int version, Instant recordedAt, StatusRequest status) {
  static StatusResponse of(RecordedStatus recorded) {
    return new StatusResponse(
        recorded.participantId(),
        recorded.version(),
        recorded.recordedAt(),
        StatusRequest.of(recorded.status()));
  }
}

package org.absentia.randomisation.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.delivery.DeliveryReport;
import org.absentia.randomisation.delivery.DeliverySummary;

/**
 * Everything delivered to a participant, and what follows from it.
 *
 * @param status null while nobody said anything of the programme as a whole
 */
public record DeliveryResponse(
    UUID participantId,
    Optional<StatusRequest> status,
    DeliverySummary summary,
    List<SessionResponse> sessions) {
  static DeliveryResponse of(UUID participantId, DeliveryReport.Content content) {
    return new DeliveryResponse(
        participantId,
        content.status().map(StatusRequest::of),
        content.summary(),
        content.sessions().stream().map(SessionResponse::of).toList());
  }
}

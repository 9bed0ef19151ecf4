package org.absentia.randomisation.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that was delivered to one participant, for those who may know the arm.
 *
 * @param content empty once erased
 */
public record DeliveryReport(
    UUID eventId,
    UUID participantId,
    String trialId,
    Instant changedAt,
    Optional<Content> content) {
  /**
   * What was delivered.
   *
   * @param sessions the versions that count, without those recorded in error
   */
  public record Content(
      Optional<ProgrammeStatus> status, List<Session> sessions, DeliverySummary summary) {
    public Content {
      sessions = List.copyOf(sessions);
    }
  }
}

package org.absentia.randomisation.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.platform.event.OutgoingEvent;
import org.absentia.randomisation.delivery.DeliveryReport;
import org.absentia.randomisation.delivery.DeliverySummary;
import org.absentia.randomisation.delivery.ProgrammeStatus;
import org.absentia.randomisation.delivery.Reports;
import org.absentia.randomisation.delivery.Session;

/**
 * Publishes what each participant received, which tells the arm: so nothing leaves before two
 * persons have opened the trial. A tombstone follows an erasure.
 */
@Singleton
class DeliveryRecordedPublisher extends FactPublisher<DeliveryReport> {
  static final String TOPIC = "randomisation.delivery-recorded.v1";
  private static final int ORDER = 70;

  /** Whether the log holds every session. */
  private enum LogState {
    COMPLETE,
    INCOMPLETE,
    NOT_SAID
  }

  private record DeliveryRecorded(
      UUID participantId,
      String trialId,
      Instant recordedAt,
      LogState log,
      DeliverySummary.Answer received,
      DeliverySummary.Adherence adherence,
      DeliverySummary.Answer perProtocol,
      List<DeliverySummary.Deviation> deviations,
      int sessionsOfOtherArms,
      Programme programme,
      List<DeliveredSession> sessions) {}

  private record Programme(
      Optional<LocalDate> startedOn,
      Optional<LocalDate> endedOn,
      Optional<ProgrammeStatus.EndReason> endReason) {}

  private record DeliveredSession(
      UUID sessionId,
      int version,
      String component,
      LocalDate heldOn,
      Session.Mode mode,
      OptionalInt minutes,
      List<String> contents,
      boolean fidelitySample) {
    static DeliveredSession of(Session session) {
      Session.Content content = session.content().orElseThrow();
      return new DeliveredSession(
          session.id(),
          session.version(),
          content.component(),
          content.heldOn(),
          content.mode(),
          content.minutes(),
          content.contents(),
          content.fidelity().isPresent());
    }
  }

  DeliveryRecordedPublisher(Reports reports, ObjectMapper json) {
    super(ORDER, reports, json);
  }

  @Override
  OutgoingEvent event(DeliveryReport report) {
    return new OutgoingEvent(
        report.eventId(),
        TOPIC,
        report.participantId().toString(),
        report.participantId().toString(),
        report.changedAt(),
        report.content().map(content -> bytes(value(report, content))).orElse(null));
  }

  private static DeliveryRecorded value(DeliveryReport report, DeliveryReport.Content content) {
    DeliverySummary summary = content.summary();
    Optional<ProgrammeStatus> status = content.status();
    return new DeliveryRecorded(
        report.participantId(),
        report.trialId(),
        report.changedAt(),
        status
            .map(known -> known.complete() ? LogState.COMPLETE : LogState.INCOMPLETE)
            .orElse(LogState.NOT_SAID),
        summary.received(),
        summary.adherence(),
        summary.perProtocol(),
        summary.deviations(),
        summary.sessionsOfOtherArms(),
        new Programme(
            status.flatMap(ProgrammeStatus::startedOn),
            status.flatMap(ProgrammeStatus::endedOn),
            status.flatMap(ProgrammeStatus::endReason)),
        content.sessions().stream().map(DeliveredSession::of).toList());
  }
}

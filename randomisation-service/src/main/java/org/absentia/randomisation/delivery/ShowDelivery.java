package org.absentia.randomisation.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.ShowArm;
import org.absentia.randomisation.trial.Trial;

/** Shows deliveries: to their author what the author wrote, to the allocator all. */
@ApplicationScoped
public class ShowDelivery {
  private final Participants participants;
  private final Deliveries deliveries;
  private final ShowArm showArm;
  private final Reports reports;

  ShowDelivery(Participants participants, Deliveries deliveries, ShowArm showArm, Reports reports) {
    this.participants = participants;
    this.deliveries = deliveries;
    this.showArm = showArm;
    this.reports = reports;
  }

  /** Returns everything, which tells the arm, so that the look is logged like one at the arm. */
  @Transactional
  public Optional<DeliveryReport.Content> all(Trial trial, UUID participantId) {
    return switch (showArm.show(trial, participantId)) {
      case ShowArm.Shown shown -> reports.of(trial, participantId);
      case ShowArm.NothingToShow nothing -> Optional.empty();
    };
  }

  /** Returns the author's own sessions with all their versions; empty for an unknown person. */
  @Transactional
  public Optional<List<Session>> own(Trial trial, UUID participantId, String author) {
    return participants
        .find(trial, participantId)
        .map(
            known ->
                deliveries.sessions(participantId).stream()
                    .filter(session -> session.recordedBy().equals(author))
                    .toList());
  }
}

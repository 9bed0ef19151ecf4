package org.absentia.randomisation.unmasking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.delivery.DeliveryReport;
import org.absentia.randomisation.delivery.DeliverySummary;
import org.absentia.randomisation.delivery.Reports;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.WeightedEpochs;
import org.absentia.randomisation.trial.Allocation;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Epochs;
import org.absentia.randomisation.trial.Maskings;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;

/** Puts together what the unmasking of a dataset tells of each of its participants. */
@ApplicationScoped
class CollectUnmasked {
  private final Maskings maskings;
  private final Participants participants;
  private final Allocations allocations;
  private final Epochs epochs;
  private final Reports reports;

  CollectUnmasked(
      Maskings maskings,
      Participants participants,
      Allocations allocations,
      Epochs epochs,
      Reports reports) {
    this.maskings = maskings;
    this.participants = participants;
    this.allocations = allocations;
    this.epochs = epochs;
    this.reports = reports;
  }

  /** Returns everybody of the dataset who was not erased, as known now. */
  List<Unmasked> collect(Trial trial, String datasetId, Instant at) {
    Map<UUID, String> labels = new HashMap<>(maskings.labels(datasetId));
    labels.keySet().removeIf(participant -> erased(trial, participant));
    Map<String, List<Epoch>> epochsOf = new HashMap<>();
    trial
        .protocol()
        .design()
        .strata()
        .forEach(stratum -> epochsOf.put(stratum, epochs.of(trial.id(), stratum)));
    List<Unmasked> unmasked = new ArrayList<>();
    for (Allocation taken : allocations.all(trial.id())) {
      String label = labels.get(taken.participantId());
      if (label != null) {
        List<Epoch> ofStratum = epochsOf.getOrDefault(taken.stratum(), List.of());
        unmasked.add(
            new Unmasked(
                Ids.next(),
                datasetId,
                trial.id(),
                taken.participantId(),
                labels.size(),
                at,
                Optional.of(content(trial, taken, label, ofStratum))));
      }
    }
    return unmasked;
  }

  private boolean erased(Trial trial, UUID participantId) {
    return participants.find(trial, participantId).flatMap(Participant::personal).isEmpty();
  }

  private Unmasked.Content content(
      Trial trial, Allocation taken, String label, List<Epoch> ofStratum) {
    var scheme = trial.protocol().design().scheme();
    Optional<DeliverySummary> delivered =
        reports.of(trial, taken.participantId()).map(DeliveryReport.Content::summary);
    return new Unmasked.Content(
        label,
        trial.protocol().arms().get(taken.arm()),
        scheme instanceof WeightedEpochs
            ? OptionalInt.of(Epoch.number(ofStratum, taken.slot()))
            : OptionalInt.empty(),
        DeclaredOdds.of(scheme, ofStratum, taken.slot(), taken.arm()),
        delivered.map(DeliverySummary::received).orElse(DeliverySummary.Answer.NOT_APPLICABLE),
        delivered.map(DeliverySummary::adherence).orElse(DeliverySummary.Adherence.NOT_APPLICABLE),
        delivered.map(DeliverySummary::perProtocol).orElse(DeliverySummary.Answer.NOT_APPLICABLE),
        delivered.map(DeliverySummary::deviations).orElse(List.of()));
  }
}

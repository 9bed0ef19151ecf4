package org.absentia.analysis.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Puts labels on the rows of a dataset as they come and seals the dataset with the last one. */
@ApplicationScoped
public class ReceiveLabel {

  private final Trials trials;
  private final Datasets datasets;
  private final Canonical canonical;
  private final Clock clock;

  public ReceiveLabel(Trials trials, Datasets datasets, Canonical canonical, Clock clock) {
    this.trials = trials;
    this.datasets = datasets;
    this.canonical = canonical;
    this.clock = clock;
  }

  /**
   * A label as it came.
   *
   * @param participants how many rows the sender has labelled in all
   */
  public record Label(UUID datasetId, UUID participantId, String letter, int participants) {}

  /** What came of it; a label for a dataset that is not there or already final changes nothing. */
  public enum Result {
    APPLIED,
    WITHOUT_EFFECT,
    /** The row bears another label: the message cannot be right. */
    CONTRADICTED
  }

  @Transactional
  public Result receive(Label label) {
    Optional<Dataset> held = datasets.hold(label.datasetId());
    if (held.isEmpty() || held.get().status() == Dataset.Status.VOID) {
      return Result.WITHOUT_EFFECT;
    }
    Dataset dataset = held.get();
    if (label.participants() != dataset.participants()) {
      return disagree(dataset);
    }
    return switch (datasets.label(label.datasetId(), label.participantId(), label.letter())) {
      case REPEATED -> Result.WITHOUT_EFFECT;
      case CONTRADICTED -> Result.CONTRADICTED;
      case UNKNOWN_PARTICIPANT -> disagree(dataset);
      case NEW -> {
        if (datasets.unlabelled(label.datasetId()) == 0) {
          seal(dataset);
        }
        yield Result.APPLIED;
      }
    };
  }

  private Result disagree(Dataset dataset) {
    if (dataset.status() == Dataset.Status.LOCKED) {
      return Result.CONTRADICTED;
    }
    datasets.makeVoid(dataset.datasetId());
    return Result.APPLIED;
  }

  private void seal(Dataset dataset) {
    Map<UUID, String> texts = new LinkedHashMap<>();
    datasets
        .labelledRows(dataset.datasetId())
        .forEach((participant, row) -> texts.put(participant, canonical.write(row)));
    List<String> digests = texts.values().stream().map(Canonical::sha256).toList();
    Manifest manifest =
        new Manifest(
            dataset.datasetId(),
            dataset.trialId(),
            trials.protocolDigest(dataset.trialId()),
            datasets.flow(dataset.datasetId()),
            digests);
    datasets.seal(dataset.datasetId(), clock.instant(), canonical.write(manifest), texts);
  }
}

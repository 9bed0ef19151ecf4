package org.absentia.analysis.dataset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Freezes a trial's rows once recruitment is over and every outcome final; asks for the labels. */
@ApplicationScoped
public class LockData {

  private final Trials trials;
  private final Datasets datasets;
  private final Clock clock;
  private final Supplier<UUID> newId;

  public LockData(Trials trials, Datasets datasets, Clock clock, Supplier<UUID> newId) {
    this.trials = trials;
    this.datasets = datasets;
    this.clock = clock;
    this.newId = newId;
  }

  /** What came of the wish to lock. */
  public sealed interface Answer {}

  public record Requested(Dataset dataset) implements Answer {}

  /** Participants who have not withdrawn still lack a final outcome. */
  public record OutcomesIncomplete(int participants) implements Answer {}

  /** Somebody may still be included. */
  public record RecruitmentOpen(LocalDate to) implements Answer {}

  public record NobodyRandomised() implements Answer {}

  public record UnknownTrial() implements Answer {}

  /** Lock, or return the dataset of this trial that already waits for its labels. */
  @Transactional
  public Answer lock(String trialId) {
    if (!trials.hold(trialId)) {
      return new UnknownTrial();
    }
    TrialState state = trials.state(trialId).orElseThrow();
    if (state.participants().isEmpty()) {
      return new NobodyRandomised();
    }
    LocalDate recruitmentEnd = state.plan().recruitmentEnd();
    if (!recruitmentEnd.isBefore(LocalDate.now(clock))) {
      return new RecruitmentOpen(recruitmentEnd);
    }
    if (state.unsettled() > 0) {
      return new OutcomesIncomplete(state.unsettled());
    }
    return new Requested(datasets.awaitingLabels(trialId).orElseGet(() -> freeze(trialId, state)));
  }

  private Dataset freeze(String trialId, TrialState state) {
    Map<UUID, Frozen> rows = new HashMap<>();
    for (Participant participant : state.participants()) {
      rows.put(participant.participantId(), state.freeze(participant, UUID.randomUUID()));
    }
    Dataset dataset = Dataset.requested(newId.get(), trialId, rows.size(), clock.instant());
    datasets.add(dataset, state.flow(), rows);
    return dataset;
  }
}

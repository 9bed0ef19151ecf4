package org.absentia.randomisation.unmasking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.Performer;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.trial.Maskings;
import org.absentia.randomisation.trial.Trial;

/** Unmasks a dataset once its masked analysis has a result. */
@ApplicationScoped
class UnmaskPerformer implements Performer {
  private static final String DATASET = "datasetId";

  private final Maskings maskings;
  private final AnalysisRuns runs;
  private final Unmaskings unmaskings;
  private final CollectUnmasked collectUnmasked;

  UnmaskPerformer(
      Maskings maskings,
      AnalysisRuns runs,
      Unmaskings unmaskings,
      CollectUnmasked collectUnmasked) {
    this.maskings = maskings;
    this.runs = runs;
    this.unmaskings = unmaskings;
    this.collectUnmasked = collectUnmasked;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.UNMASK;
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    String datasetId = ((Action.Unmask) action).datasetId();
    List<Refusal> refusals = new ArrayList<>();
    if (!maskings.exists(trial.id(), datasetId)) {
      refusals.add(new Refusal(DATASET, "no such dataset of the trial has been locked and masked"));
    } else if (!runs.any(trial.id(), datasetId)) {
      refusals.add(new Refusal(DATASET, "no masked analysis of the dataset has been completed"));
    } else if (unmaskings.exists(datasetId)) {
      refusals.add(new Refusal(DATASET, "was unmasked before"));
    }
    return refusals;
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    String datasetId = ((Action.Unmask) proposal.action()).datasetId();
    List<Unmasked> unmasked = collectUnmasked.collect(trial, datasetId, at);
    unmaskings.add(unmasked);
    return List.of(new LogEvent.Unmasked(datasetId, proposal.id().toString(), unmasked.size()));
  }
}

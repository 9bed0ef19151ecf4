package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.absentia.randomisation.trial.Trial;

/** Counts the flow of candidates and participants through a trial. */
@ApplicationScoped
public class CountFlow {
  private final FlowFigures figures;

  CountFlow(FlowFigures figures) {
    this.figures = figures;
  }

  @Transactional
  public Flow count(Trial trial) {
    return Flow.of(
        figures.places(trial.id()),
        figures.attempts(trial.id()),
        trial.protocol().recruitment().pilot(),
        figures.withdrawnAfterSlot(trial.id()),
        figures.adverseEvents(trial.id()));
  }
}

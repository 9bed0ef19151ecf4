package org.absentia.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.absentia.ingest.record.Faults;
import org.absentia.platform.event.MalformedMessage;
import org.absentia.platform.problem.Fault;

/** Makes a trial known whose candidates can be listed from then on. */
@ApplicationScoped
public class OpenTrial {
  private final Trials trials;

  OpenTrial(Trials trials) {
    this.trials = trials;
  }

  /** Keeps the trial, or refuses a protocol whose sections cannot be read. */
  public void open(Trial trial) {
    Faults faults = new Faults();
    trial.recruitment(faults);
    trial.criteria(faults);
    if (faults.any()) {
      List<Fault> named =
          faults.list().stream().map(f -> new Fault(f.pointer(), f.detail())).toList();
      throw new MalformedMessage(named);
    }
    trials.keep(trial);
  }
}

package org.absentia.randomisation.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.trial.Trial;

/**
 * Lets a caller to timepoints. How long a programme lasts tells the arm, so its questionnaires are
 * for who delivers it, the others for recruiters.
 */
@ApplicationScoped
class TimepointGate {
  private final SecurityIdentity caller;

  TimepointGate(SecurityIdentity caller) {
    this.caller = caller;
  }

  boolean admits(Timepoint timepoint) {
    return caller.hasRole(timepoint.anchor().tellsArm() ? Roles.DELIVERER : Roles.RECRUITER);
  }

  /** Opens a timepoint also to who only sends out what is asked, and reads no answer. */
  Timepoint openToAsk(Trial trial, String name) {
    return caller.hasRole(Roles.MESSENGER) ? timepoint(trial, name) : open(trial, name);
  }

  private static Timepoint timepoint(Trial trial, String name) {
    return trial
        .protocol()
        .timepoint(name)
        .orElseThrow(() -> Problem.notFound("The protocol has no such timepoint."));
  }

  Timepoint open(Trial trial, String name) {
    Timepoint timepoint = timepoint(trial, name);
    if (!admits(timepoint)) {
      throw Problem.of(
          403, "forbidden", "Timepoints that count from the programme are for who delivers it.");
    }
    return timepoint;
  }
}

package org.absentia.randomisation.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.absentia.randomisation.trial.AnnouncedTrial;
import org.absentia.randomisation.trial.AnnouncedTrials;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;

/** Lets a caller to the trials of the token, and to no others. */
@ApplicationScoped
class TrialGate {
  private final TrialScope scope;
  private final Trials trials;
  private final AnnouncedTrials announced;
  private final SecurityIdentity caller;

  TrialGate(TrialScope scope, Trials trials, AnnouncedTrials announced, SecurityIdentity caller) {
    this.scope = scope;
    this.trials = trials;
    this.announced = announced;
    this.caller = caller;
  }

  /**
   * Tells whether the caller may know ratio and block sizes. Who meets participants or data could
   * foresee the last slots of a block with them.
   */
  boolean showsDesign() {
    return caller.hasRole(Roles.STATISTICIAN) || caller.hasRole(Roles.AUDITOR);
  }

  /** Passes for a trial that may not exist yet. */
  void require(String trialId) {
    scope.require(trialId);
  }

  Trial open(String trialId) {
    scope.require(trialId);
    return trials
        .find(trialId)
        .orElseThrow(() -> announced.find(trialId).isPresent() ? notOpen() : TrialScope.unknown());
  }

  AnnouncedTrial announced(String trialId) {
    scope.require(trialId);
    return announced.find(trialId).orElseThrow(TrialScope::unknown);
  }

  private static Problem notOpen() {
    return Problem.conflict(
        "trial-not-open", "The trial waits for the other share of its key, or for its list.");
  }

  /** Returns the subject of the caller's token, by which two persons are told apart. */
  String subject() {
    return caller.getPrincipal().getName();
  }

  /** Reads a participant's id from a path; what is no id names nobody. */
  static UUID participantId(String text) {
    return id(text, TrialGate::unknownParticipant);
  }

  /** Reads an id from a path; what is no id is answered as one that nothing has. */
  static UUID id(String text, Supplier<Problem> unknown) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw unknown.get();
    }
  }

  /** The event with the list may still be on its way, so that a repetition can succeed. */
  static Problem candidateNotListed() {
    return Problem.conflict(
            "candidate-not-listed",
            "No candidate list of this trial that has reached this service names the candidate;"
                + " a list just made arrives within seconds.",
            List.of(new Fault("/candidateId", "must be a candidate of a list of this trial")))
        .retryAfter(Duration.ofSeconds(1));
  }

  /** Said aloud, since a second enrolment in silence would count one person twice. */
  static Problem candidateErased() {
    return Problem.conflict(
        "candidate-erased",
        "The candidate took part, withdrew and was erased, and is not asked again.",
        List.of(new Fault("/candidateId", "must be a candidate who was not erased")));
  }

  static Problem unknownParticipant() {
    return Problem.notFound("The trial has no such participant.");
  }
}

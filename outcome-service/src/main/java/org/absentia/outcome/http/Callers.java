package org.absentia.outcome.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.Outcomes;
import org.absentia.outcome.definition.OutcomeDefinition;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.TrialScope;

/** Lets callers to the trials of their token; what is a foreign trial's does not exist for them. */
@ApplicationScoped
class Callers {
  private final Outcomes outcomes;
  private final TrialScope trialScope;
  private final SecurityIdentity identity;

  Callers(Outcomes outcomes, TrialScope trialScope, SecurityIdentity identity) {
    this.outcomes = outcomes;
    this.trialScope = trialScope;
    this.identity = identity;
  }

  /** The caller as the token names them. */
  String name() {
    return identity.getPrincipal().getName();
  }

  /** The definition of a trial that the caller may know of. */
  OutcomeDefinition trial(String trialId) {
    trialScope.require(trialId);
    return Optional.of(trialId)
        .filter(id -> id.indexOf('\0') < 0) // no text of PostgreSQL's
        .flatMap(outcomes::definitionOf)
        .orElseThrow(TrialScope::unknown);
  }

  /** Passes when the token covers every trial. */
  void requireEveryTrial() {
    trialScope.require("*");
  }

  /** Passes when the token covers what belongs to a trial; otherwise it looks unknown. */
  void require(String trialId, Problem unknown) {
    try {
      trialScope.require(trialId);
    } catch (Problem foreign) {
      throw unknown;
    }
  }

  /** The id of a participant of a trial that the caller may know of. */
  UUID participant(String text) {
    UUID id = uuid(text).orElseThrow(Callers::unknownParticipant);
    require(outcomes.trialOf(id).orElseThrow(Callers::unknownParticipant), unknownParticipant());
    return id;
  }

  /** The participant after whom a page begins. */
  static Optional<UUID> cursor(Optional<String> text) {
    return text.map(
        cursor ->
            uuid(cursor).orElseThrow(() -> invalidQuery("cursor is not one that a page gave")));
  }

  static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  static Problem invalidQuery(String detail) {
    return Problem.badRequest(
        "invalid-query", "The query is not valid.", List.of(new Fault("", detail)));
  }

  static Problem unknownParticipant() {
    return Problem.notFound("There is no such participant.");
  }
}

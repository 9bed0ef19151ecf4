package org.absentia.outcome.computation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.outcome.definition.OutcomeDefinition;

/**
 * A definition that a trial has from an instant on; the latest counts.
 *
 * @param protocolVersion the version of the protocol that holds it; empty when set here
 * @param reason why it was set here
 * @param setBy who set it here
 */
public record TrialDefinition(
    UUID id,
    String trialId,
    Instant setAt,
    OutcomeDefinition definition,
    OptionalInt protocolVersion,
    Optional<String> reason,
    Optional<String> setBy) {}

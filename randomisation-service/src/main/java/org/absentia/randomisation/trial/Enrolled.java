package org.absentia.randomisation.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What other services learn when a slot is taken; it holds no slot and no arm.
 *
 * @param epoch of the stratum, from 1; empty where the design has no epochs
 */
public record Enrolled(
    UUID eventId,
    UUID participantId,
    String trialId,
    String candidateId,
    LocalDate indexDate,
    String stratum,
    OptionalInt epoch,
    boolean pilot,
    Instant enrolledAt) {}

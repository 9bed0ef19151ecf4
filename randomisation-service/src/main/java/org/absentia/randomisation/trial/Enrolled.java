package org.absentia.randomisation.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What other services learn when a slot is taken; it holds no slot and no arm. */
public record Enrolled(
    UUID eventId,
    UUID participantId,
    String trialId,
    String candidateId,
    LocalDate indexDate,
    String stratum,
    boolean pilot,
    Instant enrolledAt) {}

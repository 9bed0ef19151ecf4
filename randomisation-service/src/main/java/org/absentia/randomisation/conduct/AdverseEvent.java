package org.absentia.randomisation.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A report of an adverse event in one of its versions.
 *
 * @param eventId the event that all its versions share
 * @param version 1 for the report, counted on by each correction
 * @param participantId empty once the participant was erased
 * @param reportedBy the role of whoever reported it
 */
public record AdverseEvent(
    UUID eventId,
    int version,
    String trialId,
    Optional<UUID> participantId,
    Optional<Course> course,
    Severity severity,
    Set<Seriousness> seriousness,
    Relatedness relatedness,
    boolean expected,
    Outcome outcome,
    String reportedBy,
    Instant recordedAt) {
  public AdverseEvent {
    seriousness = Set.copyOf(seriousness);
  }

  /** What happened and when; gone once the participant was erased. */
  public record Course(String term, LocalDate onset, Optional<LocalDate> resolvedOn) {}

  /** What makes an event serious (ICH E2A); none for one that is not. */
  public enum Seriousness {
    DEATH,
    LIFE_THREATENING,
    HOSPITALISATION,
    DISABILITY,
    CONGENITAL_ANOMALY,
    MEDICALLY_IMPORTANT
  }

  /** How intense it is. */
  public enum Severity {
    MILD,
    MODERATE,
    SEVERE
  }

  /** Whether the intervention caused it. */
  public enum Relatedness {
    UNRELATED,
    UNLIKELY,
    POSSIBLE,
    PROBABLE,
    DEFINITE
  }

  /** How it ended so far. */
  public enum Outcome {
    RECOVERED,
    RECOVERED_WITH_SEQUELAE,
    RECOVERING,
    NOT_RECOVERED,
    FATAL,
    UNKNOWN
  }

  /** Returns the criteria in their fixed order. */
  public List<Seriousness> criteria() {
    return seriousness.stream().sorted().toList();
  }

  boolean saysTheSame(AdverseEvent other) {
    return course.equals(other.course)
        && severity == other.severity
        && seriousness.equals(other.seriousness)
        && relatedness == other.relatedness
        && expected == other.expected
        && outcome == other.outcome;
  }
}

package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.absentia.randomisation.conduct.AdverseEvent;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "adverse_event")
@IdClass(AdverseEventRow.Key.class)
class AdverseEventRow extends PanacheEntityBase {
  record Key(UUID eventId, int version) implements Serializable {}

  @Id UUID eventId = new UUID(0, 0);
  @Id int version;
  String trialId = "";
  @Nullable UUID participantId;
  @Nullable String term;
  @Nullable LocalDate onset;
  @Nullable LocalDate resolvedOn;
  String severity = "";
  String seriousness = "";
  String relatedness = "";
  boolean expected;
  String outcome = "";
  String reportedBy = "";
  Instant recordedAt = Instant.EPOCH;

  static AdverseEventRow of(AdverseEvent event) {
    AdverseEventRow row = new AdverseEventRow();
    row.eventId = event.eventId();
    row.version = event.version();
    row.trialId = event.trialId();
    row.participantId = event.participantId().orElse(null);
    row.term = event.course().map(AdverseEvent.Course::term).orElse(null);
    row.onset = event.course().map(AdverseEvent.Course::onset).orElse(null);
    row.resolvedOn = event.course().flatMap(AdverseEvent.Course::resolvedOn).orElse(null);
    row.severity = event.severity().name();
    row.seriousness = TextList.write(event.criteria().stream().map(Enum::name).toList());
    row.relatedness = event.relatedness().name();
    row.expected = event.expected();
    row.outcome = event.outcome().name();
    row.reportedBy = event.reportedBy();
    row.recordedAt = event.recordedAt();
    return row;
  }

  AdverseEvent toEvent() {
    return new AdverseEvent(
        eventId,
        version,
        trialId,
        Optional.ofNullable(participantId),
        course(),
        AdverseEvent.Severity.valueOf(severity),
        TextList.read(seriousness).stream()
            .map(AdverseEvent.Seriousness::valueOf)
            .collect(Collectors.toSet()),
        AdverseEvent.Relatedness.valueOf(relatedness),
        expected,
        AdverseEvent.Outcome.valueOf(outcome),
        reportedBy,
        recordedAt);
  }

  private Optional<AdverseEvent.Course> course() {
    return term == null || onset == null
        ? Optional.empty()
        : Optional.of(new AdverseEvent.Course(term, onset, Optional.ofNullable(resolvedOn)));
  }
}

package org.absentia.outcome.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.ParticipantCase.Latest;
import org.jspecify.annotations.Nullable;

/** A participant, what is known of the follow-up, and the newest outcome. */
@Entity
@Table(name = "participant")
public class ParticipantRow {
  @Id
  @Column(name = "participant_id")
  UUID participantId = new UUID(0, 0);

  @Column(name = "trial_id")
  @Nullable String trialId;

  @Column(name = "index_date")
  @Nullable LocalDate indexDate;

  @Column(name = "release_ended_at")
  @Nullable Instant releaseEndedAt;

  @Column(name = "changed_at")
  @Nullable Instant changedAt;

  @Column(name = "due_on")
  @Nullable LocalDate dueOn;

  @Column(name = "outcome_number", nullable = false)
  int outcomeNumber;

  @Column(name = "outcome_status")
  @Nullable String outcomeStatus;

  @Column(name = "input_hash")
  @Nullable String inputHash;

  @Column(name = "outcome_hash")
  @Nullable String outcomeHash;

  Optional<Latest> latest() {
    return Optional.ofNullable(inputHash)
        .map(hash -> new Latest(outcomeNumber, hash, Optional.ofNullable(outcomeHash)));
  }
}

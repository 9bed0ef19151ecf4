package org.absentia.ingest.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.absentia.ingest.intake.Trial;

@Entity
@Table(name = "trial")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TrialRow extends PanacheEntityBase {
  @Id String trialId;
  int version;
  Instant openedAt;
  String protocol;
  Instant receivedAt;

  void take(Trial trial, Instant now) {
    trialId = trial.trialId();
    version = trial.version();
    openedAt = trial.openedAt();
    protocol = trial.protocol();
    receivedAt = now;
  }

  Trial toTrial() {
    return new Trial(trialId, version, openedAt, protocol);
  }
}

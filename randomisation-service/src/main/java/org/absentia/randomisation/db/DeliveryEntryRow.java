package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.delivery.DeliveryText;
import org.absentia.randomisation.delivery.RecordedStatus;
import org.absentia.randomisation.delivery.Session;
import org.absentia.randomisation.seal.Vault;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "delivery_entry")
class DeliveryEntryRow extends PanacheEntityBase implements SealedRow {
  /** Longer than the longest legal content, so that a length tells nothing. */
  private static final int SEALED_BYTES = 2048;

  @Id UUID id = new UUID(0, 0);
  UUID subjectId = new UUID(0, 0);
  int version;
  UUID participantId = new UUID(0, 0);
  String trialId = "";
  boolean aboutSession;
  byte @Nullable [] sealedContent;
  String recordedBy = "";
  Instant recordedAt = Instant.EPOCH;

  static DeliveryEntryRow of(Session session, Vault vault) {
    DeliveryEntryRow row = new DeliveryEntryRow();
    row.id = Ids.next();
    row.subjectId = session.id();
    row.version = session.version();
    row.participantId = session.participantId();
    row.trialId = session.trialId();
    row.aboutSession = true;
    row.recordedBy = session.recordedBy();
    row.recordedAt = session.recordedAt();
    session
        .content()
        .ifPresent(content -> row.sealedContent = row.sealed(DeliveryText.write(content), vault));
    return row;
  }

  static DeliveryEntryRow of(RecordedStatus status, Vault vault) {
    DeliveryEntryRow row = new DeliveryEntryRow();
    row.id = Ids.next();
    row.subjectId = status.participantId();
    row.version = status.version();
    row.participantId = status.participantId();
    row.trialId = status.trialId();
    row.recordedBy = status.recordedBy();
    row.recordedAt = status.recordedAt();
    row.sealedContent = row.sealed(DeliveryText.write(status.status()), vault);
    return row;
  }

  Session toSession(Vault vault) {
    return new Session(
        subjectId,
        participantId,
        trialId,
        version,
        Optional.ofNullable(sealedContent)
            .map(content -> DeliveryText.session(vault.open(content, place()))),
        recordedBy,
        recordedAt);
  }

  RecordedStatus toStatus(Vault vault) {
    byte[] content = Optional.ofNullable(sealedContent).orElseThrow();
    return new RecordedStatus(
        participantId,
        trialId,
        version,
        DeliveryText.status(vault.open(content, place())),
        recordedBy,
        recordedAt);
  }

  @Override
  public void rewrap(Vault vault) {
    if (sealedContent != null) {
      sealedContent = vault.rewrap(sealedContent, place());
    }
  }

  private byte[] sealed(byte[] text, Vault vault) {
    if (text.length > SEALED_BYTES) {
      throw new IllegalStateException("a legal content is never so long");
    }
    byte[] padded = new byte[SEALED_BYTES];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(text, 0, padded, 0, text.length);
    return vault.seal(padded, place());
  }

  private String place() {
    return "participant/" + participantId + "/delivery/" + subjectId + "/" + version;
  }
}

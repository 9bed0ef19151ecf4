package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.protocol.Arm;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.unmasking.Unmasked;
import org.absentia.randomisation.unmasking.UnmaskedText;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "unmasked_participant")
class UnmaskedRow extends PanacheEntityBase implements SealedRow {
  /** Longer than the longest content, so that a length tells nothing. */
  private static final int SEALED_BYTES = 512;

  @Id UUID id = new UUID(0, 0);
  String datasetId = "";
  String trialId = "";
  UUID participantId = new UUID(0, 0);
  int participants;
  byte @Nullable [] sealedContent;
  Instant unmaskedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  static UnmaskedRow of(Unmasked unmasked, List<Arm> arms, Vault vault) {
    UnmaskedRow row = new UnmaskedRow();
    row.id = unmasked.eventId();
    row.datasetId = unmasked.datasetId();
    row.trialId = unmasked.trialId();
    row.participantId = unmasked.participantId();
    row.participants = unmasked.participants();
    row.unmaskedAt = unmasked.unmaskedAt();
    unmasked
        .content()
        .ifPresent(
            content -> row.sealedContent = row.sealed(UnmaskedText.write(content, arms), vault));
    return row;
  }

  Unmasked toUnmasked(List<Arm> arms, Vault vault) {
    return new Unmasked(
        id,
        datasetId,
        trialId,
        participantId,
        participants,
        unmaskedAt,
        Optional.ofNullable(sealedContent)
            .map(content -> UnmaskedText.read(vault.open(content, place()), arms)));
  }

  @Override
  public void rewrap(Vault vault) {
    if (sealedContent != null) {
      sealedContent = vault.rewrap(sealedContent, place());
    }
  }

  private byte[] sealed(byte[] text, Vault vault) {
    if (text.length > SEALED_BYTES) {
      throw new IllegalStateException("a content is never so long");
    }
    byte[] padded = new byte[SEALED_BYTES];
    Arrays.fill(padded, (byte) ' ');
    System.arraycopy(text, 0, padded, 0, text.length);
    return vault.seal(padded, place());
  }

  private String place() {
    return "participant/" + participantId + "/unmasked/" + datasetId;
  }
}

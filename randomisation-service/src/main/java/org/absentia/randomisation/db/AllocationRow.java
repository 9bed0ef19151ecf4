package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Allocation;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "allocation")
class AllocationRow extends PanacheEntityBase implements SealedRow {
  @Id UUID id = new UUID(0, 0);
  UUID participantId = new UUID(0, 0);
  String trialId = "";
  int position;
  String stratum = "";
  int slot;
  byte[] sealedArm = {};
  String idempotencyKey = "";
  String receipt = "";
  Instant allocatedAt = Instant.EPOCH;
  @Nullable Instant publishedAt;

  /** Seals an arm as four bytes, since a sealed value is as long as what it hides; hex. */
  static String sealedArm(Allocation allocation, Vault vault) {
    byte[] arm = ByteBuffer.allocate(Integer.BYTES).putInt(allocation.arm()).array();
    return HexFormat.of().formatHex(vault.seal(arm, armPlace(allocation.participantId())));
  }

  Allocation toAllocation(Vault vault) {
    return new Allocation(
        id,
        participantId,
        trialId,
        position,
        stratum,
        slot,
        ByteBuffer.wrap(vault.open(sealedArm, armPlace(participantId))).getInt(),
        idempotencyKey,
        receipt,
        allocatedAt);
  }

  private static String armPlace(UUID participantId) {
    return "participant/" + participantId + "/arm";
  }

  @Override
  public void rewrap(Vault vault) {
    sealedArm = vault.rewrap(sealedArm, armPlace(participantId));
  }
}

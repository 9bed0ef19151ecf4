package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
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

  static AllocationRow of(Allocation allocation, Vault vault) {
    AllocationRow row = new AllocationRow();
    row.id = allocation.eventId();
    row.participantId = allocation.participantId();
    row.trialId = allocation.trialId();
    row.position = allocation.position();
    row.stratum = allocation.stratum();
    row.slot = allocation.slot();
    // always four bytes: a sealed value is as long as what it hides
    byte[] arm = ByteBuffer.allocate(Integer.BYTES).putInt(allocation.arm()).array();
    row.sealedArm = vault.seal(arm, row.armPlace());
    row.idempotencyKey = allocation.idempotencyKey();
    row.receipt = allocation.receipt();
    row.allocatedAt = allocation.allocatedAt();
    return row;
  }

  Allocation toAllocation(Vault vault) {
    return new Allocation(
        id,
        participantId,
        trialId,
        position,
        stratum,
        slot,
        ByteBuffer.wrap(vault.open(sealedArm, armPlace())).getInt(),
        idempotencyKey,
        receipt,
        allocatedAt);
  }

  private String armPlace() {
    return "participant/" + participantId + "/arm";
  }

  @Override
  public void rewrap(Vault vault) {
    sealedArm = vault.rewrap(sealedArm, armPlace());
  }
}

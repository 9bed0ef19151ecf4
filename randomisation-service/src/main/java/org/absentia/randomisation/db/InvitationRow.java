package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.invitation.Invitation;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.seal.Vault;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invitation")
class InvitationRow extends PanacheEntityBase implements SealedRow {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String candidateId = "";
  String stratum = "";
  int slot;
  byte[] sealedOffer = {};
  String leaf = "";
  byte @Nullable [] sealedSalt;
  Instant drawnAt = Instant.EPOCH;

  static InvitationRow of(Invitation invitation, Vault vault) {
    InvitationRow row = new InvitationRow();
    row.id = invitation.id();
    row.trialId = invitation.trialId();
    row.candidateId = invitation.candidateId();
    row.stratum = invitation.stratum();
    row.slot = invitation.slot();
    byte[] offer = ByteBuffer.allocate(Integer.BYTES).putInt(invitation.offer()).array();
    row.sealedOffer = vault.seal(offer, row.place("offer"));
    row.leaf = invitation.leaf().hex();
    row.sealedSalt = vault.seal(invitation.salt(), row.place("salt"));
    row.drawnAt = invitation.drawnAt();
    return row;
  }

  Optional<Invitation> toInvitation(Vault vault) {
    if (sealedSalt == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Invitation(
            id,
            trialId,
            candidateId,
            stratum,
            slot,
            ByteBuffer.wrap(vault.open(sealedOffer, place("offer"))).getInt(),
            new Hash(leaf),
            vault.openSecret(sealedSalt, place("salt")),
            drawnAt));
  }

  @Override
  public void rewrap(Vault vault) {
    sealedOffer = vault.rewrap(sealedOffer, place("offer"));
    if (sealedSalt != null) {
      sealedSalt = vault.rewrap(sealedSalt, place("salt"));
    }
  }

  private String place(String what) {
    return "invitation/" + id + "/" + what;
  }
}

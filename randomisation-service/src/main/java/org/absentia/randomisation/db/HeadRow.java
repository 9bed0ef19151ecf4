package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.Heads;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "head")
@IdClass(HeadRow.Key.class)
class HeadRow extends PanacheEntityBase {
  record Key(String trialId, LocalDate signedOn) implements Serializable {}

  @Id String trialId = "";
  @Id LocalDate signedOn = LocalDate.EPOCH;
  long entryCount;
  String hash = "";
  String at = "";
  String signature = "";
  @Nullable Instant sentAt;

  SignedHead toHead() {
    return new SignedHead(entryCount, new Hash(hash), at, signature);
  }

  Heads.Kept toKept() {
    return new Heads.Kept(trialId, signedOn, toHead());
  }
}

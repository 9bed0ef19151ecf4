package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.absentia.randomisation.seal.Vault;

/** A row of an imported list, which is written and read by statements of its own. */
@Entity
@Table(name = "imported_row")
@IdClass(ListedArmRow.Key.class)
class ListedArmRow extends PanacheEntityBase implements SealedRow {
  @Id String trialId = "";
  @Id String stratum = "";
  @Id int slot;
  byte[] sealedArm = {};

  /** The place to which a row is bound. */
  static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String trialId = "";
    String stratum = "";
    int slot;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && trialId.equals(that.trialId)
          && stratum.equals(that.stratum)
          && slot == that.slot;
    }

    @Override
    public int hashCode() {
      return Objects.hash(trialId, stratum, slot);
    }
  }

  static String place(String trialId, String stratum, int slot) {
    return "trial/" + trialId + "/list/" + stratum + "/" + slot;
  }

  @Override
  public void rewrap(Vault vault) {
    sealedArm = vault.rewrap(sealedArm, place(trialId, stratum, slot));
  }
}

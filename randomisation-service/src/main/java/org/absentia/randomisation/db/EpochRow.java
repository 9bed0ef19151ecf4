package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Epoch;

@Entity
@Table(name = "epoch")
@IdClass(EpochRow.Key.class)
class EpochRow extends PanacheEntityBase {
  @Id String trialId = "";
  @Id String stratum = "";
  @Id int fromSlot;
  String weights = "";
  Instant startedAt = Instant.EPOCH;

  /** What makes an epoch unique. */
  static final class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String trialId = "";
    String stratum = "";
    int fromSlot;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && trialId.equals(that.trialId)
          && stratum.equals(that.stratum)
          && fromSlot == that.fromSlot;
    }

    @Override
    public int hashCode() {
      return Objects.hash(trialId, stratum, fromSlot);
    }
  }

  static EpochRow of(String trialId, String stratum, Epoch epoch, Instant startedAt) {
    EpochRow row = new EpochRow();
    row.trialId = trialId;
    row.stratum = stratum;
    row.fromSlot = epoch.fromSlot();
    row.weights = CanonicalJson.write(epoch.weights());
    row.startedAt = startedAt;
    return row;
  }

  Epoch toEpoch() {
    List<Long> parsed =
        Arrays.stream(weights.substring(1, weights.length() - 1).split(",", -1))
            .map(Long::valueOf)
            .toList();
    return new Epoch(fromSlot, parsed);
  }
}

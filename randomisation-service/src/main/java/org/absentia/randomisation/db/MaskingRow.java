package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.absentia.randomisation.seal.Vault;
import org.absentia.randomisation.trial.Maskings;

@Entity
@Table(name = "masking")
class MaskingRow extends PanacheEntityBase implements SealedRow {
  @Id String datasetId = "";
  String trialId = "";
  byte[] sealedPermutation = {};
  int participants;
  Instant maskedAt = Instant.EPOCH;

  static String place(String datasetId) {
    return "dataset/" + datasetId + "/permutation";
  }

  Maskings.Masking toMasking(Vault vault) {
    String numbers =
        new String(vault.open(sealedPermutation, place(datasetId)), StandardCharsets.US_ASCII);
    return new Maskings.Masking(
        datasetId,
        Arrays.stream(numbers.substring(1, numbers.length() - 1).split(",", -1))
            .map(Integer::valueOf)
            .toList());
  }

  @Override
  public void rewrap(Vault vault) {
    sealedPermutation = vault.rewrap(sealedPermutation, place(datasetId));
  }
}

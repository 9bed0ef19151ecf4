package org.absentia.randomisation.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.contingency.ContingencyPack;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.seal.Vault;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "contingency_pack")
class ContingencyPackRow extends PanacheEntityBase implements SealedRow {
  @Id UUID id = new UUID(0, 0);
  String trialId = "";
  String ranges = "";
  String file = "";
  byte @Nullable [] sealedKey;
  Instant madeAt = Instant.EPOCH;
  @Nullable Instant keyShownAt;
  @Nullable Instant returnedAt;

  static ContingencyPackRow of(ContingencyPack pack, Secret key, Vault vault) {
    ContingencyPackRow row = new ContingencyPackRow();
    row.id = pack.id();
    row.trialId = pack.trialId();
    row.ranges =
        CanonicalJson.write(pack.ranges().stream().map(ContingencyPackRow::members).toList());
    row.file = pack.file();
    row.sealedKey = vault.seal(key, row.place());
    row.madeAt = pack.madeAt();
    return row;
  }

  ContingencyPack toPack() {
    List<ContingencyPack.Range> read = new ArrayList<>();
    JsonReader.parse(ranges.getBytes(StandardCharsets.UTF_8))
        .forEach(
            range ->
                read.add(
                    new ContingencyPack.Range(
                        range.get("stratum").asText(),
                        range.get("fromSlot").asInt(),
                        range.get("slots").asInt())));
    return new ContingencyPack(
        id,
        trialId,
        read,
        file,
        madeAt,
        Optional.ofNullable(keyShownAt),
        Optional.ofNullable(returnedAt));
  }

  Optional<Secret> takeKey(Vault vault, Instant at) {
    if (sealedKey == null) {
      return Optional.empty();
    }
    Secret key = vault.openSecret(sealedKey, place());
    sealedKey = null;
    keyShownAt = at;
    return Optional.of(key);
  }

  @Override
  public void rewrap(Vault vault) {
    if (sealedKey != null) {
      sealedKey = vault.rewrap(sealedKey, place());
    }
  }

  private static Map<String, Object> members(ContingencyPack.Range range) {
    return Map.of("stratum", range.stratum(), "fromSlot", range.fromSlot(), "slots", range.slots());
  }

  private String place() {
    return "contingency-pack/" + id + "/key";
  }
}

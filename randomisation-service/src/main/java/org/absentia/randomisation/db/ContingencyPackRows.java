package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.contingency.ContingencyPack;
import org.absentia.randomisation.contingency.ContingencyPacks;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.seal.Vault;

/** The contingency packs in PostgreSQL. */
@ApplicationScoped
class ContingencyPackRows implements ContingencyPacks {
  private final Vault vault;

  ContingencyPackRows(Vault vault) {
    this.vault = vault;
  }

  @Override
  public void add(ContingencyPack pack, Secret breakGlassKey) {
    ContingencyPackRow.of(pack, breakGlassKey, vault).persist();
  }

  @Override
  public Optional<ContingencyPack> lock(String trialId, UUID id) {
    return ContingencyPackRow.<ContingencyPackRow>findByIdOptional(
            id, LockModeType.PESSIMISTIC_WRITE)
        .filter(row -> row.trialId.equals(trialId))
        .map(ContingencyPackRow::toPack);
  }

  @Override
  public List<ContingencyPack> ofTrial(String trialId) {
    return ContingencyPackRow.<ContingencyPackRow>list("trialId", Sort.by("id"), trialId).stream()
        .map(ContingencyPackRow::toPack)
        .toList();
  }

  @Override
  public boolean anyOut(String trialId) {
    return ContingencyPackRow.count("trialId = ?1 and returnedAt is null", trialId) > 0;
  }

  @Override
  public Optional<Secret> takeKey(UUID id, Instant at) {
    return ContingencyPackRow.<ContingencyPackRow>findById(id).takeKey(vault, at);
  }

  @Override
  public void markReturned(UUID id, Instant at) {
    ContingencyPackRow.<ContingencyPackRow>findById(id).returnedAt = at;
  }
}

package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.trial.Heads;

/** The kept heads in PostgreSQL. */
@ApplicationScoped
class HeadRows implements Heads {
  private final Database database;

  HeadRows(Database database) {
    this.database = database;
  }

  @Override
  public boolean has(String trialId, LocalDate day) {
    return HeadRow.count("trialId = ?1 and signedOn = ?2", trialId, day) > 0;
  }

  @Override
  public void add(Kept kept) {
    database
        .entities()
        .createNativeQuery(
            "insert into head (trial_id, signed_on, entry_count, hash, at, signature)"
                + " values (:trial, :day, :count, :hash, :at, :signature) on conflict do nothing")
        .setParameter("trial", kept.trialId())
        .setParameter("day", kept.signedOn())
        .setParameter("count", kept.head().count())
        .setParameter("hash", kept.head().hash().hex())
        .setParameter("at", kept.head().at())
        .setParameter("signature", kept.head().signature())
        .executeUpdate();
  }

  @Override
  public List<SignedHead> of(String trialId) {
    return HeadRow.<HeadRow>list("trialId", Sort.by("signedOn"), trialId).stream()
        .map(HeadRow::toHead)
        .toList();
  }

  @Override
  public List<Kept> unsent(int limit) {
    return HeadRow.<HeadRow>find("sentAt is null", Sort.by("signedOn").and("trialId"))
        .page(0, limit)
        .stream()
        .map(HeadRow::toKept)
        .toList();
  }

  @Override
  public void markSent(Kept kept, Instant at) {
    HeadRow.update(
        "sentAt = ?1 where trialId = ?2 and signedOn = ?3", at, kept.trialId(), kept.signedOn());
  }
}

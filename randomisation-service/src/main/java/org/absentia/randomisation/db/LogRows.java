package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.TrialLog;

/**
 * The chained logs in PostgreSQL; the row of {@code log_tip} is the lock that makes each of them
 * one chain.
 */
@ApplicationScoped
class LogRows implements TrialLog {
  private static final String TIP =
      "select entry_count, tip_hash from log_tip where trial_id = :trial";

  private final Database database;

  LogRows(Database database) {
    this.database = database;
  }

  @Override
  public ChainTip tip(String trialId) {
    return read(TIP, trialId);
  }

  @Override
  public void lock(String trialId) {
    ChainTip _ = locked(trialId);
  }

  @Override
  public List<ChainTip> appendEach(String trialId, List<List<LogEvent>> groups, Instant at) {
    ChainTip tip = locked(trialId);
    List<ChainTip> tips = new ArrayList<>();
    for (List<LogEvent> group : groups) {
      for (LogEvent event : group) {
        LogEntry entry = tip.append(event, at);
        LogEntryRow.of(trialId, entry).persist();
        tip = tip.after(entry);
      }
      tips.add(tip);
    }
    database
        .entities()
        .createNativeQuery(
            "update log_tip set entry_count = :count, tip_hash = :hash where trial_id = :trial")
        .setParameter("count", tip.count())
        .setParameter("hash", tip.hash().hex())
        .setParameter("trial", trialId)
        .executeUpdate();
    return tips;
  }

  @Override
  public List<LogEntry> entries(String trialId, long fromSeq, int limit) {
    return LogEntryRow.<LogEntryRow>find(
            "trialId = ?1 and seq >= ?2", Sort.by("seq"), trialId, fromSeq)
        .page(0, limit)
        .stream()
        .map(LogEntryRow::toEntry)
        .toList();
  }

  private ChainTip locked(String trialId) {
    return read(TIP + " for update", trialId);
  }

  private ChainTip read(String query, String trialId) {
    Object[] tip =
        (Object[])
            database
                .entities()
                .createNativeQuery(query, Object[].class)
                .setParameter("trial", trialId)
                .getSingleResult();
    return new ChainTip(((Number) tip[0]).longValue(), new Hash((String) tip[1]));
  }
}

package org.absentia.randomisation.db;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
  public ChainTip lockTip(String trialId) {
    return read(TIP + " for update", trialId);
  }

  @Override
  public List<ChainTip> append(
      String trialId, ChainTip from, List<List<LogEvent>> groups, Instant at) {
    ChainTip tip = from;
    List<ChainTip> tips = new ArrayList<>();
    List<LogEntry> entries = new ArrayList<>();
    for (List<LogEvent> group : groups) {
      for (LogEvent event : group) {
        LogEntry entry = tip.append(event, at);
        entries.add(entry);
        tip = tip.after(entry);
      }
      tips.add(tip);
    }
    write(trialId, entries, tip);
    return tips;
  }

  private void write(String trialId, List<LogEntry> entries, ChainTip tip) {
    database
        .entities()
        .createNativeQuery(
            """
            with appended as (
              insert into log_entry (trial_id, seq, type, entry, hash)
              select :trial, e.seq, e.type, e.entry, e.hash
              from unnest(
                cast(:seqs as bigint[]), cast(:types as text[]),
                cast(:entries as text[]), cast(:hashes as text[])) as e (seq, type, entry, hash)
            )
            update log_tip set entry_count = :count, tip_hash = :tip where trial_id = :trial
            """)
        .setParameter("trial", trialId)
        .setParameter("seqs", entries.stream().map(LogEntry::seq).toArray(Long[]::new))
        .setParameter("types", texts(entries, LogEntry::type))
        .setParameter("entries", texts(entries, LogEntry::canonical))
        .setParameter("hashes", texts(entries, entry -> entry.hash().hex()))
        .setParameter("count", tip.count())
        .setParameter("tip", tip.hash().hex())
        .executeUpdate();
  }

  private static String[] texts(List<LogEntry> entries, Function<LogEntry, String> member) {
    return entries.stream().map(member).toArray(String[]::new);
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

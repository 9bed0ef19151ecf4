package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.LogEvent;

/** The append-only log of each trial. */
public interface TrialLog {
  ChainTip tip(String trialId);

  /**
   * Holds the log until the transaction ends, so that entries form one chain; call it before
   * reading what they say.
   */
  default void lock(String trialId) {
    ChainTip _ = lockTip(trialId);
  }

  /** Holds the log like {@link #lock} and returns where it ends. */
  ChainTip lockTip(String trialId);

  /** Appends the events in order and returns the new tip. */
  default ChainTip append(String trialId, List<LogEvent> events, Instant at) {
    return append(trialId, lockTip(trialId), List.of(events), at).getFirst();
  }

  /**
   * Appends groups of events in order.
   *
   * @param from where the log ends, under the lock
   * @return where it ends after each group
   */
  List<ChainTip> append(String trialId, ChainTip from, List<List<LogEvent>> groups, Instant at);

  List<LogEntry> entries(String trialId, long fromSeq, int limit);
}

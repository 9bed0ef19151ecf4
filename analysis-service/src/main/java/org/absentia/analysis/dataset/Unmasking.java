package org.absentia.analysis.dataset;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A locked dataset's letters with their arms, and beside its rows what they must not carry while
 * they are masked. The dataset itself and its hash stay as they are.
 *
 * @param arms by label
 * @param entries by id of the row
 */
public record Unmasking(SortedMap<String, Unmasked.Arm> arms, Map<UUID, Entry> entries) {

  /**
   * What is known of one row.
   *
   * @param furthest level of withdrawal at the lock
   */
  public record Entry(
      String label, Unmasked.Columns columns, Optional<Withdrawal.Level> furthest) {}

  public Unmasking {
    arms = Collections.unmodifiableSortedMap(new TreeMap<>(arms));
    entries = Map.copyOf(entries);
  }

  /** Find what belongs to a row; absent for one that was not there to be told. */
  public Optional<Entry> of(Row row) {
    return Optional.ofNullable(entries.get(row.row()));
  }
}

package org.absentia.analysis.dataset;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One participant's row of a locked dataset. Its id is drawn at random and says nothing of the
 * participant; rows lie in the order of their ids.
 *
 * @param label the letter that stands for the arm in this dataset alone; absent until it has come
 * @param epoch of the stratum, from 1, where the design has epochs
 */
public record Row(
    UUID row,
    Optional<String> label,
    Optional<String> stratum,
    Optional<Integer> epoch,
    boolean pilot,
    boolean withdrawn,
    Optional<RowOutcome> outcome,
    SortedMap<String, Value> baseline) {

  public Row {
    baseline = Collections.unmodifiableSortedMap(new TreeMap<>(baseline));
  }

  /** What is left of a person who wished to be erased: that there was one. */
  public static Row erased(UUID row) {
    return new Row(
        row,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        true,
        Optional.empty(),
        new TreeMap<>());
  }

  static Row frozen(
      UUID row,
      Participant participant,
      Optional<RowOutcome> outcome,
      Map<String, Value> baseline) {
    return new Row(
        row,
        Optional.empty(),
        participant.stratum(),
        participant.epoch(),
        participant.pilot(),
        participant.withdrawn(),
        outcome,
        new TreeMap<>(baseline));
  }

  public Row labelled(String letter) {
    return new Row(row, Optional.of(letter), stratum, epoch, pilot, withdrawn, outcome, baseline);
  }
}

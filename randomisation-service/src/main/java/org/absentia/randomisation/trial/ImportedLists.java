package org.absentia.randomisation.trial;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statisticians' own lists, each row sealed under its own data key. */
public interface ImportedLists {
  Optional<SealedList> find(String trialId);

  /**
   * Puts a list in the place of one that was not approved.
   *
   * @param rows the arm of each slot, as its number in the design, by stratum
   */
  void put(SealedList list, Map<String, List<Integer>> rows);

  void approve(String trialId, SealedList.Approval approval);

  /** Opens the one row whose slot is taken. */
  int takeRow(String trialId, String stratum, int slot);

  /** Opens every row: for the verification bundle alone. */
  Map<String, List<Integer>> openAll(String trialId);
}

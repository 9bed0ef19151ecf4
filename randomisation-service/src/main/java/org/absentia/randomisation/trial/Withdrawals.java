package org.absentia.randomisation.trial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The recorded withdrawals. */
public interface Withdrawals extends Facts<Withdrawal> {
  List<Withdrawal> of(UUID participantId);

  /** Returns the furthest level of each one among these participants that withdrew. */
  Map<UUID, Withdrawal.Level> levels(Collection<UUID> participantIds);

  /**
   * Adds a withdrawal.
   *
   * @param told whether other services learn of it: not of someone who was never randomised
   */
  void add(Withdrawal withdrawal, boolean told);
}

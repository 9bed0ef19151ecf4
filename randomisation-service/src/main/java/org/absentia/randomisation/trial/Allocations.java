package org.absentia.randomisation.trial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The slots taken. */
public interface Allocations extends Facts<Enrolled> {
  Optional<Allocation> ofParticipant(UUID participantId);

  Optional<Allocation> ofKey(String trialId, String idempotencyKey);

  /**
   * Returns the position of each allocated one among these participants, without opening an arm.
   */
  Map<UUID, Integer> positions(Collection<UUID> participantIds);

  /** Holds the stratum until the transaction ends and returns its next slot. */
  int lockNextSlot(String trialId, String stratum);

  /** Returns the number of the next slot of a stratum, which another may take meanwhile. */
  int nextSlot(String trialId, String stratum);

  /** Returns how many slots of the trial were taken; exact only under the lock of its log. */
  int count(String trialId);

  /** Adds the allocation and moves its stratum on by one slot. */
  void add(Allocation allocation);

  /** Moves a stratum on by one slot that nobody took; call it under the stratum's lock. */
  void useUp(String trialId, String stratum, int slot);

  List<Allocation> all(String trialId);
}

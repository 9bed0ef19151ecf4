package org.absentia.randomisation.trial;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The slots taken. */
public interface Allocations extends Facts<Enrolled> {
  Optional<Allocation> ofParticipant(UUID participantId);

  /** Returns the slots that these participants, or requests under these keys, took in a trial. */
  List<Allocation> of(
      String trialId, Collection<UUID> participantIds, Collection<String> idempotencyKeys);

  /**
   * Returns the position of each allocated one among these participants, without opening an arm.
   */
  Map<UUID, Integer> positions(Collection<UUID> participantIds);

  /** Holds the stratum until the transaction ends and returns its next slot. */
  default int lockNextSlot(String trialId, String stratum) {
    return Optional.ofNullable(lockNextSlots(trialId, List.of(stratum)).get(stratum)).orElseThrow();
  }

  /** Holds every stratum of the trial and returns the next slot of each. */
  default Map<String, Integer> lockNextSlots(Trial trial) {
    return lockNextSlots(trial.id(), trial.protocol().design().strata());
  }

  /** Holds the strata, in the order of their names, and returns the next slot of each. */
  Map<String, Integer> lockNextSlots(String trialId, Collection<String> strata);

  /** Returns the number of the next slot of a stratum, which another may take meanwhile. */
  int nextSlot(String trialId, String stratum);

  /** Returns how many slots of the trial were taken; exact only under the lock of its log. */
  int count(String trialId);

  /** Adds the allocations of one trial and moves their strata on. */
  void add(List<Allocation> allocations);

  /** Moves a stratum on by one slot that nobody took; call it under the stratum's lock. */
  void useUp(String trialId, String stratum, int slot);

  List<Allocation> all(String trialId);
}

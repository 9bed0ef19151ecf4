package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A group of participants who were allocated by one request, in the order of their locks. */
public record AllocationBatch(
    String trialId, String idempotencyKey, List<Member> members, Instant allocatedAt) {
  /** A participant of the group, and why he or she got no slot, as problems name it. */
  public record Member(UUID participantId, Optional<String> refusal) {}

  public AllocationBatch {
    members = List.copyOf(members);
  }

  List<UUID> participantIds() {
    return members.stream().map(Member::participantId).toList();
  }

  /** Returns the key of one allocation of the batch. */
  String keyOf(UUID participantId) {
    return idempotencyKey + "/" + participantId;
  }
}

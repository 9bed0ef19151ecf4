package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes a slot for a recruiter. Requests of one trial that wait at the same time are served in one
 * transaction: slots are taken one after the other anyway, and a commit costs more than a slot.
 */
@ApplicationScoped
public class RequestAllocation {
  private static final int LARGEST_GROUP = 64;

  private final AllocateParticipants allocateParticipants;
  private final Map<Version, GroupCommit<AllocateParticipants.Request, AllocateParticipants.Result>>
      queues = new ConcurrentHashMap<>();

  private record Version(String trialId, int number) {}

  RequestAllocation(AllocateParticipants allocateParticipants) {
    this.allocateParticipants = allocateParticipants;
  }

  /**
   * Takes a slot in a transaction of its own; never call it in one, which may hold what the others
   * wait for.
   *
   * @param subject of the token of whoever asks
   */
  public AllocateParticipants.Result request(
      Trial trial, UUID participantId, String idempotencyKey, String subject) {
    return queues
        .computeIfAbsent(
            new Version(trial.id(), trial.version()),
            version -> new GroupCommit<>(LARGEST_GROUP, requests -> serve(trial, requests)))
        .serve(new AllocateParticipants.Request(participantId, idempotencyKey, subject));
  }

  private List<AllocateParticipants.Result> serve(
      Trial trial, List<AllocateParticipants.Request> requests) {
    List<AllocateParticipants.Result> results = new ArrayList<>();
    while (results.size() < requests.size()) {
      List<AllocateParticipants.Request> rest = requests.subList(results.size(), requests.size());
      results.addAll(allocateParticipants.allocate(trial, rest.subList(0, distinct(rest))));
    }
    return results;
  }

  /** Returns how many come before the first that names a participant or a key again. */
  private static int distinct(List<AllocateParticipants.Request> requests) {
    Set<UUID> participants = new HashSet<>();
    Set<String> keys = new HashSet<>();
    int count = 0;
    for (AllocateParticipants.Request request : requests) {
      if (!participants.add(request.participantId()) || !keys.add(request.idempotencyKey())) {
        return count;
      }
      count++;
    }
    return count;
  }
}

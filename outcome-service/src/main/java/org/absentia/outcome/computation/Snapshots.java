package org.absentia.outcome.computation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps snapshots. */
public interface Snapshots {
  /** Waits for computations in progress and keeps others from starting until the end of it all. */
  void holdStill(String trialId);

  /** When the newest outcome version of a trial was computed; empty when there is none. */
  Optional<Instant> newestOf(String trialId);

  /** Calls for the newest version of each participant as known at an instant, in order of id. */
  void forEach(String trialId, Instant knownAt, Visitor visitor);

  /** Sees outcome versions one by one. */
  interface Visitor {
    void visit(Held version);
  }

  /** What a snapshot's hash covers of an outcome version. */
  record Held(
      UUID participantId,
      int number,
      OutcomeStatus status,
      String inputHash,
      Optional<String> outcomeHash) {}

  Optional<Snapshot> find(String hash);

  List<Snapshot> of(String trialId);

  void add(Snapshot snapshot);
}

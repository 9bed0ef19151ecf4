package org.absentia.outcome.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.outcome.computation.Snapshot;
import org.absentia.outcome.computation.Snapshots;
import org.absentia.platform.event.Relay;

/** Snapshots in PostgreSQL; their outcomes are read page by page. */
@ApplicationScoped
class StoredSnapshots implements Snapshots {
  private static final int AT_ONCE = 5_000;

  private final SnapshotRows snapshots;
  private final OutcomeVersionRows outcomes;
  private final CaseReading reading;
  private final Relay relay;

  StoredSnapshots(
      SnapshotRows snapshots, OutcomeVersionRows outcomes, CaseReading reading, Relay relay) {
    this.snapshots = snapshots;
    this.outcomes = outcomes;
    this.reading = reading;
    this.relay = relay;
  }

  @Override
  public void holdStill(String trialId) {
    reading.holdComputing();
  }

  @Override
  public Optional<Instant> newestOf(String trialId) {
    return outcomes.newestComputation(trialId);
  }

  @Override
  public void forEach(String trialId, Instant knownAt, Visitor visitor) {
    Optional<UUID> after = Optional.empty();
    List<Held> page;
    do {
      page = outcomes.heldOf(trialId, knownAt, after, AT_ONCE);
      for (Held held : page) {
        visitor.visit(held);
        after = Optional.of(held.participantId());
      }
    } while (page.size() == AT_ONCE);
  }

  @Override
  public Optional<Snapshot> find(String hash) {
    return snapshots.findByIdOptional(hash).map(SnapshotRow::toSnapshot);
  }

  @Override
  public List<Snapshot> of(String trialId) {
    return snapshots.of(trialId).stream().map(SnapshotRow::toSnapshot).toList();
  }

  @Override
  public void add(Snapshot snapshot) {
    snapshots.persist(SnapshotRow.of(snapshot));
    relay.wake();
  }
}

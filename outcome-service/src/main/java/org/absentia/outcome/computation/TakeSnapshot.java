package org.absentia.outcome.computation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes snapshots and checks them. Call it in a transaction. */
public final class TakeSnapshot {
  /** What came of the request. */
  public sealed interface Result {}

  /** Taken now. */
  public record Taken(Snapshot snapshot) implements Result {}

  /** Nothing has changed since it was taken before. */
  public record TakenBefore(Snapshot snapshot) implements Result {}

  /** Nothing has been computed yet. */
  public record NothingThere() implements Result {}

  private final Snapshots snapshots;
  private final Supplier<UUID> ids;
  private final Clock clock;

  public TakeSnapshot(Snapshots snapshots, Supplier<UUID> ids, Clock clock) {
    this.snapshots = snapshots;
    this.ids = ids;
    this.clock = clock;
  }

  public Result take(String trialId, String caller) {
    snapshots.holdStill(trialId);
    Optional<Instant> newest = snapshots.newestOf(trialId);
    if (newest.isEmpty()) {
      return new NothingThere();
    }
    Summary summary = summary(trialId, newest.get());
    Optional<Snapshot> known = snapshots.find(summary.hash());
    if (known.isPresent()) {
      return new TakenBefore(known.get());
    }
    Snapshot snapshot =
        new Snapshot(
            ids.get(),
            summary.hash(),
            trialId,
            newest.get(),
            summary.participants(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Optional.of(caller));
    snapshots.add(snapshot);
    return new Taken(snapshot);
  }

  /** Tells whether the versions kept still have the hash under which they were taken. */
  public boolean holds(Snapshot snapshot) {
    return summary(snapshot.trialId(), snapshot.knownAt()).hash().equals(snapshot.hash());
  }

  private record Summary(String hash, int participants) {}

  private Summary summary(String trialId, Instant knownAt) {
    Sha256 hash = new Sha256().add(trialId + "\n");
    int[] participants = {0};
    snapshots.forEach(
        trialId,
        knownAt,
        version -> {
          hash.add(line(version));
          participants[0]++;
        });
    return new Summary(hash.hex(), participants[0]);
  }

  private static String line(Snapshots.Held version) {
    return String.join(
            " ",
            version.participantId().toString(),
            String.valueOf(version.number()),
            version.status().name(),
            version.inputHash(),
            version.outcomeHash().orElse("-"))
        + "\n";
  }
}

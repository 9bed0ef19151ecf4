package org.absentia.outcome.computation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps orders to derive outcomes anew, and how far each has come. */
public interface Recomputations {
  /** Adds an order for everybody who is followed in its trial by now. */
  void add(Recomputation order);

  Optional<Recomputation.Progress> find(UUID id);

  /** The orders of a trial or of all, the newest first. */
  List<Recomputation.Progress> newest(int limit);

  /** Withdraws an order; what was derived stays. */
  void cancel(UUID id, Instant now);

  /** Takes an unfinished slice of a share; nobody else gets it until the transaction ends. */
  Optional<Recomputation.Slice> take(Share share);

  /** The next participants of a slice in order of id, locked until the transaction ends. */
  List<WaitingParticipant> next(Recomputation.Slice slice, int limit);

  /** Notes how far a slice has come, and that it is finished when nobody was left. */
  void advance(Recomputation.Slice slice, Batch batch);

  /** What became of some participants. */
  record Batch(int recomputed, int changed, int failed, Optional<UUID> last) {}
}

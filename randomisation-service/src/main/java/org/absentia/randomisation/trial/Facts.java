package org.absentia.randomisation.trial;

import java.util.List;
import java.util.UUID;

/**
 * Facts that are still to be told to other services, each once; the fact's row is its own outbox.
 */
public interface Facts<F> {
  /** Returns the oldest facts not yet published. */
  List<F> unpublished(int limit);

  void markPublished(List<UUID> eventIds);
}

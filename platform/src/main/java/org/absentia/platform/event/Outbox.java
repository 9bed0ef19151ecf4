package org.absentia.platform.event;

import java.util.List;
import java.util.UUID;

/**
 * A table of facts that is its own outbox: {@code published_at} is null until the relay has sent
 * the row. Implement one bean per table; each method is called inside a transaction of its own.
 */
public interface Outbox {
  /** Place in the order in which the relay visits outboxes, smallest first. */
  int order();

  /** The oldest rows not yet published, at most {@code limit}, in order of recording. */
  List<OutgoingEvent> unpublished(int limit);

  /** Sets {@code published_at} of the rows with these event ids. */
  void markPublished(List<UUID> ids);
}

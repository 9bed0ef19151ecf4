package org.absentia.ingest.intake;

import java.util.Optional;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.TopicPlace;

/**
 * A record to store, with the person it is about; a cancellation may name none.
 *
 * @param place where it stands on a topic whose order counts
 */
public record Submission(
    int line,
    Optional<PersonIdentifier> person,
    RegistryRecord record,
    Optional<String> messageId,
    Optional<TopicPlace> place) {
  public String recordId() {
    return record.version().recordId();
  }

  /** Tells whether this is a tombstone, which on its topic names a record and nothing else. */
  public boolean deletes() {
    return place.isPresent() && person.isEmpty();
  }
}

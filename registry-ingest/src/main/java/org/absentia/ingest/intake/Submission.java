package org.absentia.ingest.intake;

import java.util.Optional;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.record.RegistryRecord;

/** A record to store, with the person it is about; a cancellation may name none. */
public record Submission(
    int line,
    Optional<PersonIdentifier> person,
    RegistryRecord record,
    Optional<String> messageId) {
  public String recordId() {
    return record.version().recordId();
  }
}

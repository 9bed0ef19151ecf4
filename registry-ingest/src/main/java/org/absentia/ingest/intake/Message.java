package org.absentia.ingest.intake;

import java.util.Optional;
import java.util.function.Supplier;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.TopicPlace;

/**
 * One message of a batch.
 *
 * @param line line of an NDJSON body or place in an array, from 1
 * @param reading what its reader made of it
 * @param raw the message as it came, for the quarantine
 * @param place where it stands on its topic; empty when it came another way
 */
public record Message(int line, Reading reading, Supplier<byte[]> raw, Optional<TopicPlace> place) {
  public Message(int line, Reading reading, Supplier<byte[]> raw) {
    this(line, reading, raw, Optional.empty());
  }
}

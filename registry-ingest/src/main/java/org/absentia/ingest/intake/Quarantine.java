package org.absentia.ingest.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.TopicPlace;

/** Keeps rejected input sealed; port of the database. */
public interface Quarantine {
  /**
   * An input that became no record.
   *
   * @param recordId the record it names, where that could be read
   * @param places where it stood on its topic, each time it came there
   */
  record Input(
      Source source, Optional<String> recordId, Supplier<byte[]> raw, List<TopicPlace> places) {
    public Input {
      places = List.copyOf(places);
    }

    public static Input of(Source source, Supplier<byte[]> raw) {
      return new Input(source, Optional.empty(), raw, List.of());
    }
  }

  /** Keeps an input once, however often it comes, and every place at which it stood. */
  void keep(Input input, RejectReason reason);

  /** Inputs that named another person than their record has, whose record is this person's. */
  List<UUID> misattributed(PersonIdentifier person);

  /** Unseals an input. */
  Input open(UUID id);

  /** Drops an input that was taken in after all, or was kept again for another reason. */
  void drop(UUID id);
}

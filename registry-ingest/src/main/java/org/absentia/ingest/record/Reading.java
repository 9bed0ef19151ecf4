package org.absentia.ingest.record;

import java.util.List;
import java.util.Optional;

/** What became of one message: a record, or a refusal that names each fault. */
public sealed interface Reading {
  /**
   * A record was understood.
   *
   * @param personIdentifier as sent; empty for a cancellation that names no person
   * @param messageId identity of the message, where a repeat may carry another time
   * @param place where it stands on a topic whose order counts, since tombstones come there
   */
  record Understood(
      Optional<String> personIdentifier,
      RegistryRecord record,
      Optional<String> messageId,
      Optional<TopicPlace> place)
      implements Reading {
    public Understood(
        Optional<String> personIdentifier, RegistryRecord record, Optional<String> messageId) {
      this(personIdentifier, record, messageId, Optional.empty());
    }
  }

  /** Nothing of the message can be kept as a record. */
  record Refused(RejectReason reason, List<Fault> faults) implements Reading {
    public Refused {
      faults = List.copyOf(faults);
    }

    public static Refused of(RejectReason reason, String pointer, String detail) {
      return new Refused(reason, List.of(new Fault(pointer, detail)));
    }
  }
}

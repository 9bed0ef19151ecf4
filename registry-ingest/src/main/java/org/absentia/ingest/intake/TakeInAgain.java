package org.absentia.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.record.RejectReason;
import org.absentia.ingest.record.TopicPlace;

/**
 * Takes in once more what was rejected because its record was another person's, now that two
 * persons turned out to be one: a register sends a certificate under a new identifier, and only
 * later does the population register tell whose that is.
 */
@ApplicationScoped
public class TakeInAgain {
  private final TakeInRecords records;
  private final Quarantine quarantine;
  private final Dialects dialects;

  TakeInAgain(TakeInRecords records, Quarantine quarantine, Dialects dialects) {
    this.records = records;
    this.quarantine = quarantine;
    this.dialects = dialects;
  }

  /** Tries the inputs about this person's records, in the transaction that joined the person. */
  void about(PersonIdentifier person) {
    quarantine.misattributed(person).forEach(this::again);
  }

  private void again(UUID id) {
    Quarantine.Input input = quarantine.open(id);
    List<Outcome> outcomes = records.takeHere(input.source(), messages(input));
    if (outcomes.stream().noneMatch(TakeInAgain::staysAnothers)) {
      quarantine.drop(id);
    }
  }

  /** The input once for each place at which it stood; once without any when it had none. */
  private List<Message> messages(Quarantine.Input input) {
    List<Optional<TopicPlace>> places =
        input.places().isEmpty()
            ? List.of(Optional.empty())
            : input.places().stream().sorted().map(Optional::of).toList();
    List<Message> messages = new ArrayList<>();
    for (Optional<TopicPlace> place : places) {
      messages.add(
          new Message(
              messages.size() + 1,
              dialects.read(input.source(), input.raw().get(), place),
              input.raw(),
              place));
    }
    return messages;
  }

  private static boolean staysAnothers(Outcome outcome) {
    return outcome instanceof Outcome.Rejected rejected
        && rejected.reason() == RejectReason.OTHER_PERSON;
  }
}

package org.absentia.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.absentia.ingest.person.IdentifierCheck;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.record.CanonicalJson;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.Reading;
import org.absentia.ingest.record.RegistryRecord;
import org.absentia.ingest.record.RejectReason;

/** Stores a batch of messages; what cannot be stored goes to the quarantine. */
@ApplicationScoped
public class TakeInRecords {
  static final int MOST_PERIODS = 1_000;

  /** Far below the largest message of Kafka, in which a record leaves whole. */
  static final int MOST_BYTES = 64 * 1024;

  private final Records records;
  private final Quarantine quarantine;
  private final IdentifierCheck identifiers;

  TakeInRecords(Records records, Quarantine quarantine, IdentifierCheck identifiers) {
    this.records = records;
    this.quarantine = quarantine;
    this.identifiers = identifiers;
  }

  /** Takes in a batch in a transaction of its own; one outcome per message, in their order. */
  public List<Outcome> take(Source source, List<Message> messages) {
    return Retrying.call(() -> takeHere(source, messages));
  }

  /** Takes in a batch in the caller's transaction. */
  public List<Outcome> takeHere(Source source, List<Message> messages) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Submission> submissions = new ArrayList<>();
    for (Message message : messages) {
      switch (message.reading()) {
        case Reading.Refused refused ->
            outcomes.add(
                new Outcome.Rejected(
                    message.line(), Optional.empty(), refused.reason(), refused.faults()));
        case Reading.Understood understood ->
            submission(source, message.line(), understood, submissions, outcomes);
      }
    }
    if (!submissions.isEmpty()) {
      outcomes.addAll(records.store(source, submissions));
    }
    outcomes.sort(Comparator.comparingInt(Outcome::line));
    quarantine(source, messages, outcomes);
    return outcomes;
  }

  private void submission(
      Source source,
      int line,
      Reading.Understood understood,
      List<Submission> submissions,
      List<Outcome> outcomes) {
    Optional<Fault> oversize = oversize(source, understood.record());
    if (oversize.isPresent()) {
      outcomes.add(
          new Outcome.Rejected(
              line,
              Optional.of(understood.record().version().recordId()),
              RejectReason.INVALID,
              List.of(oversize.get())));
      return;
    }
    Optional<PersonIdentifier> person = understood.personIdentifier().flatMap(identifiers::read);
    if (understood.personIdentifier().isPresent() && person.isEmpty()) {
      outcomes.add(
          new Outcome.Rejected(
              line,
              Optional.of(understood.record().version().recordId()),
              RejectReason.PERSON_IDENTIFIER,
              List.of(new Fault("/personIdentifier", identifiers.expectation()))));
      return;
    }
    submissions.add(
        new Submission(
            line, person, understood.record(), understood.messageId(), understood.place()));
  }

  /** Only the canonical form has the periods as its members; NAV's say them in other ways. */
  private static Optional<Fault> oversize(Source source, RegistryRecord record) {
    if (record.periods().size() > MOST_PERIODS) {
      String pointer = source == Source.CANONICAL ? "/periods" : "";
      return Optional.of(new Fault(pointer, "must come to at most " + MOST_PERIODS + " periods"));
    }
    if (CanonicalJson.of(record).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of(
          new Fault("", "must come to at most " + MOST_BYTES + " bytes of canonical JSON"));
    }
    return Optional.empty();
  }

  private void quarantine(Source source, List<Message> messages, List<Outcome> outcomes) {
    Map<Integer, Message> byLine =
        messages.stream().collect(Collectors.toMap(Message::line, message -> message));
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Rejected rejected) {
        Message message = byLine.get(rejected.line());
        if (message != null) {
          quarantine.keep(
              new Quarantine.Input(
                  source, rejected.recordId(), message.raw(), message.place().stream().toList()),
              rejected.reason());
        }
      }
    }
  }
}

package org.absentia.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.absentia.ingest.person.IdentifierCheck;
import org.absentia.ingest.person.PersonDetails;
import org.absentia.ingest.person.PersonIdentifier;
import org.absentia.ingest.record.Fault;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.RejectReason;
import org.jspecify.annotations.Nullable;

/** Stores what the population register says of persons, and joins those who are one. */
@ApplicationScoped
public class TakeInPersons {
  private final Persons persons;
  private final Quarantine quarantine;
  private final TakeInAgain again;
  private final IdentifierCheck identifiers;

  TakeInPersons(
      Persons persons, Quarantine quarantine, TakeInAgain again, IdentifierCheck identifiers) {
    this.persons = persons;
    this.quarantine = quarantine;
    this.again = again;
    this.identifiers = identifiers;
  }

  /** One person of a batch; the document is null where the line was no JSON. */
  public record Entry(
      int line, @Nullable Object document, List<Fault> faults, Supplier<byte[]> raw) {
    public Entry {
      faults = List.copyOf(faults);
    }
  }

  /** Takes in a batch in a transaction of its own; the record id of an outcome is always empty. */
  public List<Outcome> take(List<Entry> entries) {
    return Retrying.call(() -> entries.stream().map(this::takeOne).toList());
  }

  private Outcome takeOne(Entry entry) {
    Faults faults = new Faults();
    if (!entry.faults.isEmpty()) {
      return rejected(entry, RejectReason.MALFORMED, entry.faults);
    }
    PersonDetails details = PersonDetails.read(entry.document, faults);
    if (faults.any()) {
      return rejected(entry, RejectReason.INVALID, faults.list());
    }
    Optional<PersonIdentifier> current = read(details.identifier(), "/personIdentifier", faults);
    List<PersonIdentifier> former = new ArrayList<>();
    for (int i = 0; i < details.formerIdentifiers().size(); i++) {
      read(details.formerIdentifiers().get(i), "/formerIdentifiers/" + i, faults)
          .ifPresent(former::add);
    }
    if (faults.any() || current.isEmpty()) {
      return rejected(entry, RejectReason.PERSON_IDENTIFIER, faults.list());
    }
    Persons.Update update = persons.update(current.get(), former, details);
    if (update.joined()) {
      again.about(current.get());
    }
    return switch (update.change()) {
      case STORED -> new Outcome.Stored(entry.line, "");
      case SUPERSEDED -> new Outcome.Superseded(entry.line, "");
      case UNCHANGED -> new Outcome.Unchanged(entry.line, "");
    };
  }

  private Optional<PersonIdentifier> read(String text, String pointer, Faults faults) {
    Optional<PersonIdentifier> identifier = identifiers.read(text);
    if (identifier.isEmpty()) {
      faults.add(pointer, identifiers.expectation());
    }
    return identifier;
  }

  private Outcome rejected(Entry entry, RejectReason reason, List<Fault> faults) {
    quarantine.keep(Quarantine.Input.of(Source.PERSON, entry.raw), reason);
    return new Outcome.Rejected(entry.line, Optional.empty(), reason, faults);
  }
}

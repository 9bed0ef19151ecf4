package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;

/** Records that a candidate was contacted, and what came of it. */
@ApplicationScoped
public class RecordContact {
  /** What came of the request. */
  public sealed interface Result {}

  /** Recorded now. */
  public record Recorded(Contact contact) implements Result {}

  /** Recorded before, in the same words. */
  public record RecordedBefore(Contact contact) implements Result {}

  /** The same contact stands with other reasons. */
  public record DiffersFromRecorded() implements Result {}

  /** No list of the trial that came here names the candidate. */
  public record NotListed() implements Result {}

  /** The candidate took part, withdrew and was erased. */
  public record ErasedBefore() implements Result {}

  /** The protocol has no such reasons for this outcome. */
  public record UnknownReasons(List<Fault> faults) implements Result {
    public UnknownReasons {
      faults = List.copyOf(faults);
    }
  }

  /** Nobody is contacted before being listed. */
  public record BeforeList() implements Result {}

  private final Contacts contacts;
  private final ListedCandidates listed;
  private final Clock clock;
  private final Changes changes;

  RecordContact(Contacts contacts, ListedCandidates listed, Clock clock, Changes changes) {
    this.contacts = contacts;
    this.listed = listed;
    this.clock = clock;
    this.changes = changes;
  }

  @Transactional
  public Result record(
      Trial trial,
      String candidateId,
      Contact.Outcome outcome,
      List<String> reasons,
      List<String> reasonCodes,
      LocalDate contactedOn) {
    contacts.reserve(trial.id(), candidateId);
    Optional<Contact> known = contacts.find(trial.id(), candidateId, contactedOn, outcome);
    if (known.isPresent()) {
      return known.orElseThrow().reasons().equals(reasons)
              && known.orElseThrow().reasonCodes().equals(reasonCodes)
          ? new RecordedBefore(known.orElseThrow())
          : new DiffersFromRecorded();
    }
    List<Fault> faults = ReasonCodes.faults(trial.protocol().conduct(), outcome, reasonCodes);
    if (!faults.isEmpty()) {
      return new UnknownReasons(faults);
    }
    Optional<LocalDate> listDate = listed.listDate(trial.id(), candidateId);
    if (listDate.isEmpty()) {
      return new NotListed();
    }
    if (listed.erased(trial.id(), candidateId)) {
      return new ErasedBefore();
    }
    if (contactedOn.isBefore(listDate.orElseThrow())) {
      return new BeforeList();
    }
    Contact contact =
        new Contact(
            Ids.next(),
            trial.id(),
            candidateId,
            outcome,
            reasons,
            reasonCodes,
            contactedOn,
            clock.instant());
    contacts.add(contact);
    changes.announce();
    return new Recorded(contact);
  }
}

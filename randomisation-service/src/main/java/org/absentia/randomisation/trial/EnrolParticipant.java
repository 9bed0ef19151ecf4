package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.protocol.Recruitment;
import org.absentia.randomisation.scheme.Secret;

/**
 * Enrols a candidate with consent and baseline answers. Other services hear of it only when a slot
 * is taken.
 */
@ApplicationScoped
public class EnrolParticipant {
  /** What came of the request. */
  public sealed interface Result {}

  /** Enrolled now. */
  public record Enrolled(Participant participant) implements Result {}

  /** Enrolled before by the same request. */
  public record EnrolledBefore(Participant participant) implements Result {}

  /** Enrolled before by another request. */
  public record DiffersFromEnrolled() implements Result {}

  /** No list of the trial that came here names the candidate. */
  public record NotListed() implements Result {}

  /** The candidate took part, withdrew and was erased. */
  public record ErasedBefore() implements Result {}

  /** The protocol does not allow it. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  private final Participants participants;
  private final ListedCandidates listed;
  private final Halts halts;
  private final SecureRandom random;
  private final Clock clock;

  EnrolParticipant(
      Participants participants,
      ListedCandidates listed,
      Halts halts,
      SecureRandom random,
      Clock clock) {
    this.participants = participants;
    this.listed = listed;
    this.halts = halts;
    this.random = random;
    this.clock = clock;
  }

  @Transactional
  public Result enrol(Trial trial, Enrolment enrolment) {
    Optional<LocalDate> listDate = listed.listDate(trial.id(), enrolment.candidateId());
    List<Fault> faults = faults(trial, enrolment, listDate);
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    participants.reserve(trial.id(), enrolment.candidateId());
    Optional<Participant> known = participants.ofCandidate(trial, enrolment.candidateId());
    if (known.isPresent()) {
      return repeated(known.orElseThrow(), enrolment);
    }
    if (listDate.isEmpty()) {
      return new NotListed();
    }
    if (listed.erased(trial.id(), enrolment.candidateId())) {
      return new ErasedBefore();
    }
    Participant participant = participant(trial, enrolment);
    participants.add(participant);
    return new Enrolled(participant);
  }

  private static Result repeated(Participant known, Enrolment enrolment) {
    return known
            .personal()
            .filter(personal -> personal.requestDigest().equals(enrolment.digest()))
            .isPresent()
        ? new EnrolledBefore(known)
        : new DiffersFromEnrolled();
  }

  private Participant participant(Trial trial, Enrolment enrolment) {
    return new Participant(
        Ids.next(),
        trial.id(),
        enrolment.candidateId(),
        enrolment.consent(),
        enrolment.inclusionDate(),
        Optional.of(
            new Participant.Personal(
                enrolment.answers(),
                enrolment.digest(),
                Secret.draw(random),
                listed.office(trial.id(), enrolment.candidateId()))),
        clock.instant());
  }

  private List<Fault> faults(Trial trial, Enrolment enrolment, Optional<LocalDate> listDate) {
    List<Fault> faults = new ArrayList<>();
    Recruitment recruitment = trial.protocol().recruitment();
    LocalDate inclusion = enrolment.inclusionDate();
    LocalDate consent = enrolment.consent().givenOn();
    if (!recruitment.covers(inclusion)) {
      faults.add(new Fault("/inclusionDate", "lies outside the trial's recruitment"));
    }
    if (recruitment.halted(inclusion) || halts.halted(trial.id(), inclusion)) {
      faults.add(new Fault("/inclusionDate", "lies in a halt of recruitment"));
    }
    if (inclusion.isAfter(LocalDate.now(clock))) {
      faults.add(new Fault("/inclusionDate", "lies in the future"));
    }
    if (listDate.filter(inclusion::isBefore).isPresent()) {
      faults.add(new Fault("/inclusionDate", "lies before the list that names the candidate"));
    }
    if (consent.isAfter(inclusion)) {
      faults.add(new Fault("/consent/givenOn", "must not lie after the inclusion"));
    }
    if (!trial.protocol().admitsConsent(enrolment.consent().version())) {
      faults.add(new Fault("/consent/version", "is not a version in the protocol"));
    }
    return faults;
  }
}

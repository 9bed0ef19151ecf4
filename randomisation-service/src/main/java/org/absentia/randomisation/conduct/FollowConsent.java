package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawal;
import org.absentia.randomisation.trial.Withdrawals;

/** Follows a participant's consent: newer versions of the form, and what was withdrawn of it. */
@ApplicationScoped
public class FollowConsent {
  /** What came of the request. */
  public sealed interface Result {}

  /** As it stands. */
  public record Standing(List<ConsentGiven> given, List<Withdrawal> withdrawn) implements Result {
    public Standing {
      given = List.copyOf(given);
      withdrawn = List.copyOf(withdrawn);
    }
  }

  /** The protocol has no such version, or the day cannot be right. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** The participant withdrew from the trial as a whole. */
  public record HasWithdrawn() implements Result {}

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  private final Participants participants;
  private final Withdrawals withdrawals;
  private final Consents consents;
  private final Clock clock;

  FollowConsent(
      Participants participants, Withdrawals withdrawals, Consents consents, Clock clock) {
    this.participants = participants;
    this.withdrawals = withdrawals;
    this.consents = consents;
    this.clock = clock;
  }

  @Transactional
  public Result read(Trial trial, UUID participantId) {
    return participants.find(trial, participantId).map(this::standing).orElse(new Unknown());
  }

  /** Records consent to another version; what was recorded before stands as it is. */
  @Transactional
  public Result renew(Trial trial, UUID participantId, String version, LocalDate givenOn) {
    Optional<Participant> found = participants.lock(trial, participantId);
    if (found.isEmpty()) {
      return new Unknown();
    }
    Participant participant = found.orElseThrow();
    boolean left =
        withdrawals.of(participantId).stream()
            .anyMatch(known -> known.level().compareTo(Withdrawal.Level.STOP_REGISTRY_DATA) > 0);
    if (left || participant.personal().isEmpty()) {
      return new HasWithdrawn();
    }
    List<Fault> faults = faults(trial, participant, version, givenOn);
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    boolean known =
        given(participant).stream()
            .anyMatch(one -> one.version().equals(version) && one.givenOn().equals(givenOn));
    if (!known) {
      consents.add(participantId, new ConsentGiven(version, givenOn, clock.instant()));
    }
    return standing(participant);
  }

  private Result standing(Participant participant) {
    return new Standing(given(participant), withdrawals.of(participant.id()));
  }

  private List<ConsentGiven> given(Participant participant) {
    List<ConsentGiven> given = new ArrayList<>();
    given.add(
        new ConsentGiven(
            participant.consent().version(),
            participant.consent().givenOn(),
            participant.enrolledAt()));
    given.addAll(consents.of(participant.id()));
    return given;
  }

  private List<Fault> faults(
      Trial trial, Participant participant, String version, LocalDate givenOn) {
    List<Fault> faults = new ArrayList<>();
    if (!trial.protocol().admitsConsent(version)) {
      faults.add(new Fault("/version", "is not a version in the protocol"));
    }
    if (givenOn.isAfter(LocalDate.now(clock))
        || givenOn.isBefore(participant.consent().givenOn())) {
      faults.add(new Fault("/givenOn", "must not lie in the future nor before the first consent"));
    }
    return faults;
  }
}

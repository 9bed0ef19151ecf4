package org.absentia.randomisation.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.conduct.FollowConsent;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.questionnaire.ShowQuestionnaires;
import org.absentia.randomisation.questionnaire.ShowQuestionnaires.Shown;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Halts;
import org.absentia.randomisation.trial.ListedCandidates;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawal;
import org.absentia.randomisation.trial.Withdrawal.Level;
import org.absentia.randomisation.trial.Withdrawals;

/**
 * Tells whether something may be asked of someone now: before a link is issued, and again whenever
 * it is opened or answered.
 */
@ApplicationScoped
public class MayAsk {
  /** What is found. */
  sealed interface Verdict {}

  /** It may be asked. */
  record Yes() implements Verdict {}

  /** It may never be asked, or not any more. */
  record No(Reason reason) implements Verdict {}

  /** Something must come first. */
  record NotYet(List<Fault> faults) implements Verdict {
    NotYet {
      faults = List.copyOf(faults);
    }
  }

  /** Why nothing is asked. */
  public enum Reason {
    UNKNOWN,
    NOT_LISTED,
    ERASED,
    WITHDRAWN,
    ANSWERED,
    LOCKED
  }

  /** How far a link lets withdraw: an erasure, which nothing brings back, needs a person. */
  static final List<Level> LEVELS =
      Arrays.stream(Level.values()).filter(level -> !level.erases()).toList();

  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final ListedCandidates listed;
  private final Halts halts;
  private final ShowQuestionnaires questionnaires;
  private final FollowConsent consents;
  private final Wordings wordings;
  private final Clock clock;

  MayAsk(
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      ListedCandidates listed,
      Halts halts,
      ShowQuestionnaires questionnaires,
      FollowConsent consents,
      Wordings wordings,
      Clock clock) {
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.listed = listed;
    this.halts = halts;
    this.questionnaires = questionnaires;
    this.consents = consents;
    this.wordings = wordings;
    this.clock = clock;
  }

  Verdict of(Trial trial, Holder holder, Purpose purpose) {
    return switch (holder) {
      case Holder.Participant participant ->
          switch (purpose) {
            case Purpose.Questionnaire asked -> questionnaire(trial, participant.id(), asked);
            case Purpose.Consent asked -> consent(trial, participant.id(), asked.version());
            case Purpose.Withdraw asked -> withdrawal(trial, participant.id());
            case Purpose.Enrol asked -> new No(Reason.ANSWERED);
          };
      case Holder.Candidate candidate ->
          purpose instanceof Purpose.Enrol asked
              ? enrolment(trial, candidate.id(), asked.version())
              : new No(Reason.UNKNOWN);
    };
  }

  /** Returns how far the participant can still withdraw by a link. */
  List<Level> levels(UUID participantId) {
    List<Withdrawal> known = withdrawals.of(participantId);
    return LEVELS.stream()
        .filter(level -> known.stream().noneMatch(before -> before.level().compareTo(level) >= 0))
        .toList();
  }

  private Verdict questionnaire(Trial trial, UUID participantId, Purpose.Questionnaire asked) {
    Optional<List<Shown>> shown = questionnaires.show(trial, participantId);
    if (shown.isEmpty()) {
      return new No(Reason.UNKNOWN);
    }
    boolean allocated = !allocations.positions(List.of(participantId)).isEmpty();
    boolean withdrew =
        withdrawals.of(participantId).stream()
            .anyMatch(withdrawal -> withdrawal.level().stopsQuestionnaires());
    if (withdrew) {
      return new No(Reason.WITHDRAWN);
    }
    return shown.orElseThrow().stream()
        .filter(one -> one.timepoint().name().equals(asked.timepoint()))
        .findFirst()
        .map(one -> questionnaire(one, allocated))
        .orElse(new No(Reason.UNKNOWN));
  }

  private static Verdict questionnaire(Shown shown, boolean allocated) {
    boolean baseline = shown.timepoint().name().equals(Timepoint.BASELINE);
    if (baseline && allocated) {
      return new No(Reason.LOCKED);
    }
    return switch (shown.status()) {
      case COMPLETE -> new No(Reason.ANSWERED);
      case PARTIAL -> baseline ? new Yes() : new No(Reason.ANSWERED);
      case STOPPED -> new No(Reason.WITHDRAWN);
      case NOT_ANCHORED -> notYet("/timepoint", "must wait until the programme's day is noted");
      case NOT_OPEN -> notYet("/timepoint", "must wait until its window opens");
      case DUE, OVERDUE, MISSED ->
          baseline || allocated
              ? new Yes()
              : notYet("/timepoint", "must wait until the participant has a slot");
    };
  }

  private Verdict consent(Trial trial, UUID participantId, String version) {
    if (!(consents.read(trial, participantId) instanceof FollowConsent.Standing standing)) {
      return new No(Reason.UNKNOWN);
    }
    boolean left =
        standing.withdrawn().stream()
            .anyMatch(known -> known.level().compareTo(Level.STOP_REGISTRY_DATA) > 0);
    if (left) {
      return new No(Reason.WITHDRAWN);
    }
    if (standing.given().stream().anyMatch(given -> given.version().equals(version))) {
      return new No(Reason.ANSWERED);
    }
    return verdict(formFaults(trial, version));
  }

  private Verdict withdrawal(Trial trial, UUID participantId) {
    if (participants.find(trial, participantId).isEmpty()) {
      return new No(Reason.UNKNOWN);
    }
    return levels(participantId).isEmpty() ? new No(Reason.WITHDRAWN) : new Yes();
  }

  private Verdict enrolment(Trial trial, String candidateId, String version) {
    if (listed.erased(trial.id(), candidateId)) {
      return new No(Reason.ERASED);
    }
    if (listed.listDate(trial.id(), candidateId).isEmpty()) {
      return new No(Reason.NOT_LISTED);
    }
    if (participants.ofCandidate(trial, candidateId).isPresent()) {
      return new No(Reason.ANSWERED);
    }
    List<Fault> faults = formFaults(trial, version);
    LocalDate today = LocalDate.now(clock);
    if (!trial.protocol().recruitment().covers(today)
        || trial.protocol().recruitment().halted(today)
        || halts.halted(trial.id(), today)) {
      faults.add(new Fault("", "nobody is included today"));
    }
    return verdict(faults);
  }

  /** Nobody agrees to what cannot be read. */
  private List<Fault> formFaults(Trial trial, String version) {
    List<Fault> faults = new ArrayList<>();
    if (!trial.protocol().admitsConsent(version)) {
      faults.add(new Fault("/version", "is not a version in the protocol"));
    } else if (wordings.forms(trial.id(), version).isEmpty()) {
      faults.add(new Fault("/version", "must wait until the text of the form is supplied"));
    }
    return faults;
  }

  private static Verdict verdict(List<Fault> faults) {
    return faults.isEmpty() ? new Yes() : new NotYet(faults);
  }

  private static Verdict notYet(String pointer, String detail) {
    return new NotYet(List.of(new Fault(pointer, detail)));
  }
}

package org.absentia.randomisation.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.instrument.Score;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.protocol.Window;
import org.absentia.randomisation.protocol.Window.Phase;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Withdrawals;

/** Shows a participant's questionnaires, scored by the rules and weights in force. */
@ApplicationScoped
public class ShowQuestionnaires {
  /** How a questionnaire stands. */
  public enum Status {
    /** The day from which its window counts is not known. */
    NOT_ANCHORED,
    /** The window has not opened. */
    NOT_OPEN,
    DUE,
    OVERDUE,
    MISSED,
    /** Some items are missing. */
    PARTIAL,
    COMPLETE,
    /** Nothing was answered, and the participant withdrew. */
    STOPPED
  }

  /**
   * A participant's questionnaire at a timepoint.
   *
   * @param latest empty at baseline, whose answers stand with the enrolment, and while nothing was
   *     answered
   */
  public record Shown(
      Timepoint timepoint,
      Optional<Window> window,
      Status status,
      Optional<Questionnaire> latest,
      List<Scored> scores) {
    public Shown {
      scores = List.copyOf(scores);
    }
  }

  private final Participants participants;
  private final Questionnaires questionnaires;
  private final Programmes programmes;
  private final Withdrawals withdrawals;
  private final WeightTables weightTables;
  private final Clock clock;

  ShowQuestionnaires(
      Participants participants,
      Questionnaires questionnaires,
      Programmes programmes,
      Withdrawals withdrawals,
      WeightTables weightTables,
      Clock clock) {
    this.participants = participants;
    this.questionnaires = questionnaires;
    this.programmes = programmes;
    this.withdrawals = withdrawals;
    this.weightTables = weightTables;
    this.clock = clock;
  }

  /** Shows all timepoints in the protocol's order; empty if the trial has no such participant. */
  @Transactional
  public Optional<List<Shown>> show(Trial trial, UUID participantId) {
    return participants.find(trial, participantId).map(participant -> show(trial, participant));
  }

  /** Returns all versions of a timepoint; empty if the trial has no such participant. */
  @Transactional
  public Optional<List<Questionnaire>> versions(
      Trial trial, UUID participantId, Timepoint timepoint) {
    return participants
        .find(trial, participantId)
        .map(participant -> questionnaires.versions(trial, participantId, timepoint.name()));
  }

  private List<Shown> show(Trial trial, Participant participant) {
    Map<String, Questionnaire> latest =
        questionnaires.latest(trial, participant.id()).stream()
            .collect(Collectors.toMap(Questionnaire::timepoint, Function.identity()));
    Optional<ProgrammeDays> days = programmes.of(participant.id());
    boolean stopped =
        withdrawals.of(participant.id()).stream()
            .anyMatch(withdrawal -> withdrawal.level().stopsQuestionnaires());
    return trial.protocol().timepoints().stream()
        .map(
            timepoint ->
                shown(
                    trial,
                    timepoint,
                    ProgrammeDays.anchorDay(timepoint.anchor(), participant.inclusionDate(), days)
                        .map(timepoint::window),
                    Optional.ofNullable(latest.get(timepoint.name())),
                    items(timepoint, participant, latest),
                    stopped))
        .toList();
  }

  private static Map<String, ItemAnswers> items(
      Timepoint timepoint, Participant participant, Map<String, Questionnaire> latest) {
    if (timepoint.isBaseline()) {
      return participant.personal().map(personal -> personal.answers().items()).orElse(Map.of());
    }
    Questionnaire questionnaire = latest.get(timepoint.name());
    return questionnaire == null ? Map.of() : questionnaire.items();
  }

  private Shown shown(
      Trial trial,
      Timepoint timepoint,
      Optional<Window> window,
      Optional<Questionnaire> latest,
      Map<String, ItemAnswers> items,
      boolean stopped) {
    List<Scored> scores =
        trial.protocol().asked(timepoint).stream()
            .map(instrument -> scored(trial, instrument, items))
            .toList();
    return new Shown(timepoint, window, status(window, items, scores, stopped), latest, scores);
  }

  private Scored scored(Trial trial, Instrument instrument, Map<String, ItemAnswers> items) {
    ItemAnswers answers =
        items.getOrDefault(instrument.name(), ItemAnswers.allMissing(instrument.items().size()));
    return Scored.of(instrument, answers, weightTables.inForce(trial.id(), instrument));
  }

  private Status status(
      Optional<Window> window,
      Map<String, ItemAnswers> items,
      List<Scored> scores,
      boolean stopped) {
    if (Questionnaire.answered(items) > 0) {
      return scores.stream().allMatch(ShowQuestionnaires::whole) ? Status.COMPLETE : Status.PARTIAL;
    }
    if (stopped) {
      return Status.STOPPED;
    }
    return window
        .map(known -> status(known.phase(LocalDate.now(clock))))
        .orElse(Status.NOT_ANCHORED);
  }

  /** A score without weights is whole when no item is missing. */
  private static boolean whole(Scored scored) {
    return !(scored.score() instanceof Score.Undetermined open) || open.missingItems().isEmpty();
  }

  private static Status status(Phase phase) {
    return switch (phase) {
      case EARLY -> Status.NOT_OPEN;
      case DUE -> Status.DUE;
      case OVERDUE -> Status.OVERDUE;
      case MISSED -> Status.MISSED;
    };
  }
}

package org.absentia.randomisation.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.instrument.Score;
import org.absentia.randomisation.protocol.Answers;
import org.absentia.randomisation.protocol.Timepoint;
import org.absentia.randomisation.protocol.Window;
import org.absentia.randomisation.protocol.Window.Phase;
import org.absentia.randomisation.questionnaire.Questionnaire;
import org.absentia.randomisation.questionnaire.Scored;
import org.absentia.randomisation.questionnaire.ShowQuestionnaires;
import org.absentia.randomisation.questionnaire.ShowQuestionnaires.Shown;

/**
 * A participant's questionnaire at a timepoint, scored.
 *
 * @param window null while the day from which it counts is not known
 * @param version null at baseline and while nothing was answered
 * @param late whether it was answered after the window closed; null like the version
 */
public record QuestionnaireResponse(
    String timepoint,
    Timepoint.Anchor anchor,
    Optional<Window> window,
    ShowQuestionnaires.Status status,
    Optional<Integer> version,
    Optional<LocalDate> answeredOn,
    Optional<Boolean> late,
    List<InstrumentScore> instruments) {
  /** All of a participant that the caller may see, in the protocol's order. */
  public record QuestionnaireList(List<QuestionnaireResponse> questionnaires) {}

  /** Every version of a timepoint, the first one first. */
  public record VersionList(String timepoint, List<VersionResponse> versions) {}

  /**
   * One version.
   *
   * @param reason why earlier answers were changed; null where none was
   */
  public record VersionResponse(
      int version,
      LocalDate answeredOn,
      Instant recordedAt,
      Optional<String> reason,
      Questionnaire.Author author,
      Map<String, Object> items) {
    static VersionResponse of(Questionnaire questionnaire) {
      return new VersionResponse(
          questionnaire.version(),
          questionnaire.answeredOn(),
          questionnaire.recordedAt(),
          questionnaire.reason(),
          questionnaire.author(),
          Answers.plain(questionnaire.items()));
    }
  }

  /**
   * A score.
   *
   * @param value null while undetermined
   * @param undetermined why; null when there is a value
   * @param missingItems numbered from 1
   */
  public record ScoreResponse(
      Optional<BigDecimal> value,
      BigDecimal lowest,
      BigDecimal highest,
      Optional<Score.Reason> undetermined,
      List<Integer> missingItems) {
    static ScoreResponse of(Score score) {
      return switch (score) {
        case Score.Determined determined ->
            new ScoreResponse(
                Optional.of(determined.value()),
                determined.value(),
                determined.value(),
                Optional.empty(),
                List.of());
        case Score.Undetermined open ->
            new ScoreResponse(
                Optional.empty(),
                open.lowest(),
                open.highest(),
                Optional.of(open.reason()),
                open.missingItems().stream().map(item -> item + 1).toList());
      };
    }
  }

  /**
   * What an instrument amounts to.
   *
   * @param band null where it has none or missing items could change it
   */
  public record InstrumentScore(
      String instrument,
      ScoreResponse score,
      Optional<String> band,
      Map<String, ScoreResponse> subscales) {
    static InstrumentScore of(Scored scored) {
      Map<String, ScoreResponse> subscales = new LinkedHashMap<>();
      scored.subscales().forEach((name, score) -> subscales.put(name, ScoreResponse.of(score)));
      return new InstrumentScore(
          scored.instrument(), ScoreResponse.of(scored.score()), scored.band(), subscales);
    }
  }

  static QuestionnaireResponse of(Shown shown) {
    return new QuestionnaireResponse(
        shown.timepoint().name(),
        shown.timepoint().anchor(),
        shown.window(),
        shown.status(),
        shown.latest().map(Questionnaire::version),
        shown.latest().map(Questionnaire::answeredOn),
        shown
            .latest()
            .flatMap(
                latest ->
                    shown
                        .window()
                        .map(window -> window.phase(latest.answeredOn()) == Phase.MISSED)),
        shown.scores().stream().map(InstrumentScore::of).toList());
  }
}

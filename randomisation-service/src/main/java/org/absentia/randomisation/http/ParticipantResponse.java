package org.absentia.randomisation.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.absentia.randomisation.instrument.Score;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.protocol.Assessment;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Trial;

/**
 * An enrolled participant and what the server makes of the answers.
 *
 * @param stratum null while undetermined
 * @param undetermined instruments with missing items, and missing values, that can still change the
 *     stratum
 * @param scores by instrument; null where undetermined
 * @param pilot null until a slot is taken, since it follows the order of allocation
 */
public record ParticipantResponse(
    UUID participantId,
    String trialId,
    LocalDate inclusionDate,
    Optional<String> stratum,
    List<String> undetermined,
    Map<String, Optional<BigDecimal>> scores,
    Optional<Boolean> pilot) {

  static ParticipantResponse of(Participant participant, Trial trial, Optional<Integer> position) {
    Optional<Assessment> assessment =
        participant.personal().map(personal -> personal.assessed(trial.protocol()));
    return new ParticipantResponse(
        participant.id(),
        participant.trialId(),
        participant.inclusionDate(),
        assessment.flatMap(ParticipantResponse::stratum),
        assessment.map(ParticipantResponse::undetermined).orElse(List.of()),
        assessment.map(ParticipantResponse::scores).orElse(Map.of()),
        position.map(trial::isPilot));
  }

  private static Optional<String> stratum(Assessment assessment) {
    return assessment.stratum() instanceof Stratum.Determined determined
        ? Optional.of(determined.name())
        : Optional.empty();
  }

  private static List<String> undetermined(Assessment assessment) {
    return assessment.stratum() instanceof Stratum.Undetermined open
        ? Stream.concat(open.instruments().stream(), open.values().stream()).toList()
        : List.of();
  }

  private static Map<String, Optional<BigDecimal>> scores(Assessment assessment) {
    Map<String, Optional<BigDecimal>> scores = new LinkedHashMap<>();
    assessment
        .scores()
        .forEach(
            (instrument, score) ->
                scores.put(
                    instrument,
                    score instanceof Score.Determined determined
                        ? Optional.of(determined.value())
                        : Optional.empty()));
    return scores;
  }
}

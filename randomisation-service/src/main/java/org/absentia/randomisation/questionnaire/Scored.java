package org.absentia.randomisation.questionnaire;

import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.instrument.Score;
import org.absentia.randomisation.instrument.Weights;

/** What the answers to an instrument amount to. */
public record Scored(
    String instrument, Score score, Optional<String> band, Map<String, Score> subscales) {
  static Scored of(Instrument instrument, ItemAnswers answers, Optional<Weights> weights) {
    Score score = instrument.score(answers, weights);
    return new Scored(
        instrument.name(), score, instrument.band(score), instrument.subscores(answers, weights));
  }
}

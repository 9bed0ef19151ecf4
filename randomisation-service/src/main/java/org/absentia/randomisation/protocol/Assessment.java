package org.absentia.randomisation.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.instrument.ItemAnswers;
import org.absentia.randomisation.instrument.Score;
import org.absentia.randomisation.instrument.Stratum;

/**
 * What the server makes of a participant's answers: the scores, and the stratum as far as it is
 * determined.
 */
public record Assessment(Map<String, Score> scores, Stratum stratum) {
  /**
   * Scores the answers; an instrument without answers has all its items missing.
   *
   * @param office of the list that named the candidate, where the strata need it
   */
  public static Assessment of(Protocol protocol, Answers answers, Optional<String> office) {
    Map<String, Score> scores = new LinkedHashMap<>();
    for (Instrument instrument : protocol.asked(protocol.baselineTimepoint())) {
      ItemAnswers given = answers.items().get(instrument.name());
      scores.put(
          instrument.name(),
          instrument.score(
              given == null ? ItemAnswers.allMissing(instrument.items().size()) : given));
    }
    return new Assessment(scores, protocol.strata().of(scores, answers, office));
  }

  /** Returns what is missing for the stratum, as faults below {@code /answers}. */
  public List<Fault> missing(Stratum.Undetermined open) {
    List<Fault> missing = new ArrayList<>();
    for (String instrument : open.instruments()) {
      if (scores.get(instrument) instanceof Score.Undetermined undetermined) {
        for (int item : undetermined.missingItems()) {
          missing.add(
              new Fault(
                  "/answers/items/" + instrument + "/" + item,
                  "is missing and can change the stratum"));
        }
      }
    }
    open.values().stream().map(Assessment::missing).forEach(missing::add);
    return missing;
  }

  private static Fault missing(String value) {
    return value.equals(Strata.OFFICE)
        ? new Fault("/candidateId", "is listed by an office that is none of the strata's")
        : new Fault("/answers/" + value, "is missing and can change the stratum");
  }

  /**
   * Returns the value of each baseline variable that this service knows, in the protocol's order;
   * empty when missing.
   */
  public Map<String, Optional<Value>> baseline(Protocol protocol, Answers answers) {
    Map<String, Optional<Value>> variables = new LinkedHashMap<>();
    for (BaselineVariable variable : protocol.baseline()) {
      switch (variable.source()) {
        case BaselineVariable.FromAnswer answer ->
            variables.put(
                variable.name(), Optional.ofNullable(answers.values().get(variable.name())));
        case BaselineVariable.FromInstrument from ->
            variables.put(variable.name(), score(from.instrument()));
        case BaselineVariable.FromStratum from ->
            variables.put(variable.name(), membership(from.stratum()));
        case BaselineVariable.FromOutcome outcome -> {
          // outcome-service knows it
        }
      }
    }
    return variables;
  }

  private Optional<Value> score(String instrument) {
    return scores.get(instrument) instanceof Score.Determined determined
        ? Optional.of(new Value.Quantity(determined.value()))
        : Optional.empty();
  }

  private Optional<Value> membership(String name) {
    return stratum instanceof Stratum.Determined determined
        ? Optional.of(new Value.Level(belongsTo(determined, name) ? "yes" : "no"))
        : Optional.empty();
  }

  private static boolean belongsTo(Stratum.Determined stratum, String name) {
    return stratum.name().equals(name) || stratum.factors().containsValue(name);
  }
}

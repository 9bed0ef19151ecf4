package org.absentia.randomisation.http;

import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.delivery.MitiScore;
import org.absentia.randomisation.delivery.Session;

/**
 * Says that a session belongs to the fidelity sample.
 *
 * @param miti its score by MITI 4.2.1, once there is one
 */
public record FidelitySample(Optional<Miti> miti) {
  /** Four global scores and ten counts; {@code summary} is derived and only answered. */
  public record Miti(
      Map<String, Integer> globals,
      Map<String, Integer> counts,
      Optional<MitiScore.Summary> summary) {}

  static FidelitySample of(Session.Fidelity fidelity) {
    return new FidelitySample(
        fidelity
            .score()
            .map(score -> new Miti(score.globals(), score.counts(), Optional.of(score.summary()))));
  }
}

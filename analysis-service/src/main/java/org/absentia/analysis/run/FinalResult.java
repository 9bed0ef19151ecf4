package org.absentia.analysis.run;

import java.util.List;
import java.util.UUID;

/**
 * What unmasking adds to a masked run, which stays as it is: the arms' names, what became of each
 * arm, and the planned analyses that need the arms. Labels stand as in the run.
 *
 * @param maskedResultHash SHA-256 of the run's result
 * @param table3 the primary analysis in the populations that only an unmasked dataset tells
 */
public record FinalResult(
    String trialId,
    UUID datasetId,
    String datasetHash,
    UUID runId,
    String maskedResultHash,
    long seed,
    List<NamedArm> arms,
    List<ArmConduct> conduct,
    Table3 table3,
    List<Adjusted> adjusted) {

  public FinalResult {
    arms = List.copyOf(arms);
    conduct = List.copyOf(conduct);
    adjusted = List.copyOf(adjusted);
  }
}

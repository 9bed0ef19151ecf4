package org.absentia.analysis.run;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All tables and figures of one run, with all that they depend on. */
public record AnalysisResult(
    String trialId,
    String title,
    Optional<String> registration,
    UUID datasetId,
    String datasetHash,
    long seed,
    int participants,
    int erased,
    Table1 table1,
    Table3 table3,
    Figure1 figure1,
    Figure2 figure2) {

  /** The same figures under other names of the groups. */
  public AnalysisResult named(UnaryOperator<String> names) {
    return new AnalysisResult(
        trialId,
        title,
        registration,
        datasetId,
        datasetHash,
        seed,
        participants,
        erased,
        table1.named(names),
        table3.named(names),
        figure1.named(names),
        figure2.named(names));
  }
}

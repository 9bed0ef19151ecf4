package org.absentia.analysis.run;

import java.util.Optional;
import java.util.UUID;

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
    Figure2 figure2) {}

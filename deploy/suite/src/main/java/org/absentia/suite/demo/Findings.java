package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Locks the data, runs the masked analysis and shows its tables. */
final class Findings {
  private static final Duration LOCK_TIME = Duration.ofMinutes(2);
  private static final Set<String> SHORT_TABLE_1 =
      Set.of(
          "age",
          "female",
          "healthLiteracy",
          "musculoskeletalHealth",
          "workAbility",
          "ompsqSf",
          "keeleStartMsk",
          "highRisk",
          "contract",
          "gradedDisabilityPension",
          "lostWorkdaysPreviousYear",
          "consecutiveSickLeaveDays",
          "sickLeave");

  private final Calls calls;
  private final Site site;
  private final Trial trial;
  private final Diary diary;

  Findings(Calls calls, Site site, Trial trial, Diary diary) {
    this.calls = calls;
    this.site = site;
    this.trial = trial;
    this.diary = diary;
  }

  /** Lock the data, or answer the dataset that was locked before; a void one is replaced. */
  JsonNode locked() {
    JsonNode[] dataset = new JsonNode[1];
    boolean locked =
        Waiting.until(
            LOCK_TIME,
            () -> {
              dataset[0] = dataset(diary.datasetId().orElseGet(this::request));
              String status = dataset[0].path("status").asText();
              if (status.equals("VOID")) {
                request();
              }
              return status.equals("LOCKED");
            });
    if (!locked) {
      throw new DemoFailure("the data are not locked: " + dataset[0]);
    }
    return dataset[0];
  }

  private String request() {
    String id =
        calls
            .post(Service.ANALYSIS_SERVICE, Roles.ANALYST, trial.path("datasets"), Map.of())
            .expecting(200, 201, 202)
            .path("datasetId")
            .asText();
    diary.locked(id);
    return id;
  }

  private JsonNode dataset(String id) {
    return calls
        .get(Service.ANALYSIS_SERVICE, Roles.ANALYST, trial.path("datasets/" + id))
        .expecting(200);
  }

  /** Run the analysis, or answer the id of the run that was made before. */
  String analysed(long seed) {
    Optional<String> known = diary.runId();
    if (known.isPresent()) {
      return known.get();
    }
    JsonNode run =
        calls
            .post(
                Service.ANALYSIS_SERVICE,
                Roles.ANALYST,
                trial.path("analyses"),
                Map.of("datasetId", diary.datasetId().orElseThrow(), "seed", seed))
            .expecting(200, 201);
    String runId = run.path("runId").asText();
    diary.analysed(runId);
    return runId;
  }

  void showTables(String runId, Story story) {
    story.line("Table 1, some of its rows (n (%%), median (IQR) or mean (SD))");
    Tables.first(table(runId, "table-1"), SHORT_TABLE_1).forEach(row -> story.line("  %s", row));
    story.line("");
    story.line("Table 3, workdays lost in six months (n: mean (SD), median (95%% CI))");
    Tables.third(table(runId, "table-3")).forEach(row -> story.line("  %s", row));
  }

  private JsonNode table(String runId, String name) {
    return calls
        .get(Service.ANALYSIS_SERVICE, Roles.ANALYST, trial.path("analyses/" + runId + "/" + name))
        .expecting(200);
  }

  URI report(String runId) {
    return site.address(Service.ANALYSIS_SERVICE).resolve("/reports/" + trial.id() + "/" + runId);
  }
}

package org.absentia.outcome.http;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shapes of requests and answers, for the API document only; json/ reads and writes them. */
final class ApiSchemas {
  private ApiSchemas() {}

  /** A request to evaluate records. */
  @Schema(name = "EvaluationRequest")
  record EvaluationRequest(
      @Schema(
              description = "Name of a preset (mi-nav, i-more), or a definition",
              oneOf = {String.class, Definition.class},
              required = true)
          Object definition,
      @Schema(required = true, format = "date", examples = "2019-05-20") String indexDate,
      @Schema(
              description = "Versions issued later are ignored",
              format = "date-time",
              examples = "2020-01-31T00:00:00Z")
          String knownAt,
      @Schema(description = "Adds every day of the longest window", defaultValue = "false")
          boolean explain,
      @Schema(required = true, maxItems = 10_000) List<Registered> records) {}

  /** One version of a registry record. */
  @Schema(name = "RegistryRecord")
  record Registered(
      @Schema(
              required = true,
              enumeration = {
                "SICK_LEAVE_CERTIFICATE",
                "SICK_PAY",
                "WORK_ASSESSMENT_ALLOWANCE",
                "DISABILITY_PENSION",
                "EMPLOYMENT"
              })
          String type,
      @Schema(required = true) String recordId,
      @Schema(required = true) long version,
      @Schema(
              required = true,
              enumeration = {"ACTIVE", "CANCELLED"})
          String status,
      @Schema(required = true, format = "date-time") String issuedAt,
      @Schema(description = "Needed by employments with contracted hours", nullable = true)
          String employer,
      @Schema(description = "Of certificates") Diagnosis diagnosis,
      @Schema(
              description = "Of employments",
              enumeration = {"ORDINARY", "MARITIME", "FREELANCE", "SELF_EMPLOYED"})
          String kind,
      @Schema(description = "Of employments") String occupation,
      @Schema(description = "Must not overlap") List<RecordPeriod> periods) {}

  /** A diagnosis by its code system. */
  @Schema(name = "Diagnosis")
  record Diagnosis(
      @Schema(required = true, examples = "ICPC2") String system,
      @Schema(required = true, examples = "L03") String code) {}

  /** What a record says of some days. */
  @Schema(name = "RecordPeriod")
  record RecordPeriod(
      @Schema(required = true, format = "date") String from,
      @Schema(description = "null = open", format = "date", nullable = true) String to,
      @Schema(
              description =
                  "Certificates: FULL, GRADED, TREATMENT_DAYS, TRAVEL_SUBSIDY, AWAITING. Sick pay:"
                      + " PAID, EMPLOYER_PERIOD, WORKED, VACATION, LEAVE, REJECTED, UNKNOWN")
          String kind,
      @Schema(description = "Percentage with at most two decimals") BigDecimal grade,
      @Schema(minimum = "1", maximum = "5") Integer treatmentDays,
      @Schema(minimum = "0", maximum = "100") BigDecimal workedPercentage,
      @Schema(minimum = "0", maximum = "100") BigDecimal positionPercentage) {}

  /** What a trial measures. */
  @Schema(name = "OutcomeDefinition")
  record Definition(
      @Schema(required = true, examples = "mi-nav") String name,
      @Schema(required = true, minItems = 1, examples = "[\"P6M\"]") List<String> window,
      @Schema(
              defaultValue = "MON_FRI",
              enumeration = {"MON_FRI", "MON_FRI_EXCEPT_HOLIDAYS"})
          String workdays,
      @Schema(
              required = true,
              description = "SICK_LEAVE, WORK_ASSESSMENT_ALLOWANCE, DISABILITY_PENSION_INCREASE")
          List<String> benefits,
      @Schema(
              defaultValue = "DAILY",
              enumeration = {"DAILY", "MONTHLY", "BASELINE"})
          String contract,
      @Schema(
              defaultValue = "NOT_ABSENT",
              enumeration = {"NOT_ABSENT", "AS_CERTIFIED"})
          String vacationInsideSpell,
      List<ReturnToWorkRule> returnToWork) {}

  /** When somebody counts as back at work. */
  @Schema(name = "ReturnToWorkRule")
  record ReturnToWorkRule(
      @Schema(
              required = true,
              enumeration = {"DAYS", "MONTHS"})
          String unit,
      @Schema(required = true, examples = "P28D") String absenceFree,
      @Schema(required = true, examples = "P6M") String followUp) {}

  /** The answer to an evaluation. */
  @Schema(name = "Evaluation")
  record Evaluation(
      @Schema(format = "date") String indexDate,
      Definition definition,
      List<Window> windows,
      @Schema(description = "Lost workdays after each follow-up month") List<BigDecimal> cumulative,
      List<ReturnToWork> returnToWork,
      Baseline baseline,
      @Schema(description = "Only when asked to explain") List<Day> days) {}

  /** Values of an outcome, as stored. */
  @Schema(name = "OutcomeValues")
  record Values(
      List<Window> windows,
      List<BigDecimal> cumulative,
      List<ReturnToWork> returnToWork,
      Baseline baseline) {}

  /** Lost work in one window. */
  @Schema(name = "Window")
  record Window(
      String window,
      @Schema(format = "date") String from,
      @Schema(format = "date") String to,
      int workdays,
      BigDecimal lostWorkdays,
      BySource bySource) {}

  /** Lost work by the benefit it came from. */
  @Schema(name = "BySource")
  record BySource(
      BigDecimal sickLeave,
      BigDecimal workAssessmentAllowance,
      BigDecimal disabilityPensionIncrease) {}

  /** Return to work by one rule. */
  @Schema(name = "ReturnToWork")
  record ReturnToWork(
      String unit,
      String absenceFree,
      String followUp,
      @Schema(description = "false: censored") boolean event,
      @Schema(description = "Days from the index date, or follow-up months from 1") int time) {}

  /** Baseline variables. */
  @Schema(name = "Baseline")
  record Baseline(
      BigDecimal contractedShare,
      String contract,
      BigDecimal disabilityGrade,
      boolean gradedDisabilityPension,
      BigDecimal sickLeaveGrade,
      String sickLeave,
      int consecutiveSickLeaveDays,
      BigDecimal lostWorkdaysPreviousYear,
      int sickLeaveCalendarDaysPreviousYear,
      BigDecimal workedShareAfterOneWeek) {}

  /** How one day was counted. */
  @Schema(name = "ExplainedDay")
  record Day(
      @Schema(format = "date") String date,
      int weight,
      BigDecimal contractedShare,
      BigDecimal sickLeave,
      BigDecimal workAssessmentAllowance,
      BigDecimal disabilityPensionIncrease,
      BigDecimal lostWork,
      DecidedBy decidedBy) {}

  /** Ids of the records that decided a day. */
  @Schema(name = "DecidedBy")
  record DecidedBy(
      List<String> contract,
      List<String> sickLeave,
      List<String> workAssessmentAllowance,
      List<String> disabilityPension) {}

  /** One version of a participant's outcome. */
  @Schema(name = "OutcomeVersion")
  record Version(
      @Schema(format = "uuid") String participantId,
      String trialId,
      int outcomeVersion,
      @Schema(format = "date-time") String computedAt,
      @Schema(enumeration = {"COMPLETE", "PARTIAL", "WITHDRAWN"}) String status,
      String inputHash,
      @Schema(
              description = "null when withdrawn before any window was over, or erased",
              nullable = true,
              type = SchemaType.OBJECT)
          Values outcome) {}

  /** A page of outcomes. */
  @Schema(name = "OutcomePage")
  record Page(
      String trialId,
      List<Version> outcomes,
      @Schema(description = "Cursor of the next page, absent on the last", nullable = true)
          String next) {}

  /** All versions of a participant's outcome. */
  @Schema(name = "OutcomeHistory")
  record History(@Schema(format = "uuid") String participantId, List<Version> versions) {}

  /** A request to give a trial another definition. */
  @Schema(name = "DefinitionRequest")
  record DefinitionRequest(
      @Schema(
              description = "Name of a preset (mi-nav, i-more), or a definition",
              oneOf = {String.class, Definition.class},
              required = true)
          Object definition,
      @Schema(required = true, maxLength = 1_000) String reason) {}

  /** A definition that a trial has had. */
  @Schema(name = "TrialDefinition")
  record TrialDefinitionBody(
      String trialId,
      @Schema(description = "Counts the trial's definitions from 1") int version,
      @Schema(format = "date-time") String setAt,
      @Schema(description = "When the protocol holds it") int protocolVersion,
      @Schema(description = "When it was set here") String reason,
      @Schema(description = "When it was set here") String setBy,
      Definition definition) {}

  /** Every definition that a trial has had. */
  @Schema(name = "TrialDefinitions")
  record TrialDefinitions(String trialId, List<TrialDefinitionBody> definitions) {}

  /** A snapshot without its outcomes. */
  @Schema(name = "Snapshot")
  record SnapshotBody(
      @Schema(description = "SHA-256 over the versions and the hashes of their values") String hash,
      String trialId,
      @Schema(
              description = "Of each participant the newest version computed by then belongs to it",
              format = "date-time")
          String knownAt,
      int participants,
      @Schema(format = "date-time") String takenAt,
      @Schema(nullable = true) String takenBy) {}

  /** A snapshot whose hash was computed again. */
  @Schema(name = "CheckedSnapshot")
  record CheckedSnapshot(
      String hash,
      String trialId,
      @Schema(format = "date-time") String knownAt,
      int participants,
      @Schema(format = "date-time") String takenAt,
      @Schema(nullable = true) String takenBy,
      @Schema(description = "Whether what is kept still has the hash") boolean intact) {}

  /** An order to derive outcomes anew. */
  @Schema(name = "RecomputationRequest")
  record RecomputationRequest(
      @Schema(description = "Of which trial; without it of all") String trialId,
      @Schema(required = true, maxLength = 1_000) String reason) {}

  /** An order to derive outcomes anew, and how far it has come. */
  @Schema(name = "Recomputation")
  record RecomputationBody(
      @Schema(format = "uuid") String recomputationId,
      @Schema(nullable = true) String trialId,
      @Schema(enumeration = {"REQUESTED", "DEFINITION_CHANGED"}) String cause,
      String reason,
      @Schema(nullable = true) String requestedBy,
      @Schema(format = "date-time") String requestedAt,
      @Schema(enumeration = {"RUNNING", "FINISHED", "CANCELLED"}) String status,
      @Schema(description = "How many there were when the order came") long participants,
      long recomputed,
      @Schema(description = "How many of these got a new outcome version") long changed,
      @Schema(description = "How many could not be derived; they are tried again") long failed,
      @Schema(format = "date-time", nullable = true) String finishedAt) {}

  /** RFC 9457 problem. */
  @Schema(name = "Problem")
  record ProblemBody(
      @Schema(examples = "/problems/invalid-evaluation") String type,
      String title,
      int status,
      String detail,
      List<FaultBody> errors) {}

  /** One fault of a request. */
  @Schema(name = "Fault")
  record FaultBody(@Schema(examples = "/records/3/periods/0/to") String pointer, String detail) {}
}

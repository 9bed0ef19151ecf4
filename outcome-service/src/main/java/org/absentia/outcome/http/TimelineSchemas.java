package org.absentia.outcome.http;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a participant's timeline, for the API document only; json/ writes it. */
final class TimelineSchemas {
  private TimelineSchemas() {}

  /** All that a drawing of a participant's follow-up needs. */
  @Schema(name = "ParticipantTimeline")
  record Shown(
      @Schema(required = true, format = "uuid") String participantId,
      @Schema(required = true) String trialId,
      @Schema(required = true, format = "date") String indexDate,
      @Schema(required = true) ApiSchemas.Definition definition,
      @Schema(required = true) ApiSchemas.Values outcome,
      @Schema(required = true, description = "First day shown", format = "date") String from,
      @Schema(required = true, description = "Last day shown", format = "date") String to,
      @Schema(
              required = true,
              description = "Five, one for each register, in the order in which they are read")
          List<Lane> lanes,
      @Schema(required = true, description = "Days of note among those shown, in order of time")
          List<Mark> marks,
      @Schema(
              required = true,
              description = "How those days shown were counted that the longest window covers")
          List<ApiSchemas.Day> days) {}

  /** What one register says. */
  @Schema(name = "TimelineLane")
  record Lane(
      @Schema(
              required = true,
              enumeration = {
                "SICK_LEAVE_CERTIFICATE",
                "SICK_PAY",
                "WORK_ASSESSMENT_ALLOWANCE",
                "DISABILITY_PENSION",
                "EMPLOYMENT"
              })
          String register,
      @Schema(required = true, description = "Whether the definition asks this register")
          boolean asked,
      @Schema(required = true, description = "The most believed record's first; may overlap")
          List<LanePeriod> periods) {}

  /** What one record says of days on all of which it decides, or on none. */
  @Schema(name = "TimelinePeriod")
  record LanePeriod(
      @Schema(required = true) String recordId,
      @Schema(required = true, format = "date") String from,
      @Schema(required = true, format = "date") String to,
      @Schema(description = "As in RecordPeriod; of certificates and sick pay") String kind,
      @Schema(
              required = true,
              description =
                  "Percentage: absence; of pensions the degree, of employments the position",
              minimum = "0",
              maximum = "100")
          BigDecimal grade,
      @Schema(required = true, examples = "paid 100 %") String label,
      @Schema(
              required = true,
              description = "Of each day in the text form",
              minLength = 1,
              maxLength = 1)
          String letter,
      @Schema(
              required = true,
              description = "Whether the rules go by it; before the index date, whether they would")
          boolean decisive) {}

  /** A day of note. */
  @Schema(name = "TimelineMark")
  record Mark(
      @Schema(
              required = true,
              enumeration = {
                "INDEX_DATE",
                "FOLLOW_UP_MONTH",
                "WINDOW_END",
                "RETURN_TO_WORK",
                "CENSORED"
              },
              description =
                  "FOLLOW_UP_MONTH is a month's first day; WINDOW_END and CENSORED are last days")
          String kind,
      @Schema(required = true, format = "date") String date,
      @Schema(required = true) String label) {}
}

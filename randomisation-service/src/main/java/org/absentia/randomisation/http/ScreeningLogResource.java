package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.conduct.ScreeningLog;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The screening log of a trial. */
@Path("/trials/{trialId}/screening-log")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningLogResource {
  private static final int LARGEST_PAGE = 10_000;

  /** A step of one candidate. */
  public record ScreeningEntry(
      UUID entryId,
      String candidateId,
      ScreeningLog.Step step,
      String outcome,
      List<String> reasonCodes,
      List<String> reasons,
      LocalDate day,
      Instant recordedAt) {
    static ScreeningEntry of(ScreeningLog.Entry entry) {
      return new ScreeningEntry(
          entry.id(),
          entry.candidateId(),
          entry.step(),
          entry.outcome(),
          entry.reasonCodes(),
          entry.reasons(),
          entry.day(),
          entry.recordedAt());
    }
  }

  /** A page of the log; {@code next} goes into {@code after} for the next one, null on the last. */
  public record ScreeningPage(List<ScreeningEntry> entries, Optional<UUID> next) {}

  private final ScreeningLog screeningLog;
  private final TrialGate gate;

  ScreeningLogResource(ScreeningLog screeningLog, TrialGate gate) {
    this.screeningLog = screeningLog;
    this.gate = gate;
  }

  @GET
  @Operation(summary = "Read in pages what happened to candidates on their way into the trial")
  @RolesAllowed({Roles.RECRUITER, Roles.AUDITOR})
  public ScreeningPage list(
      String trialId,
      @QueryParam("after") Optional<String> after,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    Trial trial = gate.open(trialId);
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    List<ScreeningLog.Entry> entries =
        screeningLog.page(trial.id(), after.map(TrialGate::participantId), size);
    return new ScreeningPage(
        entries.stream().map(ScreeningEntry::of).toList(),
        entries.size() < size ? Optional.empty() : Optional.of(entries.getLast().id()));
  }
}

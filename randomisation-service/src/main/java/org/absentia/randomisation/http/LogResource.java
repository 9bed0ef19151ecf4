package org.absentia.randomisation.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.trial.Heads;
import org.absentia.randomisation.trial.SignHead;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chained log of a trial and its signed head. */
@Path("/trials/{trialId}")
@Tag(name = "Log")
@Produces(MediaType.APPLICATION_JSON)
public class LogResource {
  private static final int LARGEST_PAGE = 10_000;

  /** An entry in the form of the verification bundle. */
  public record EntryResponse(
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String entry, String hash) {
    static EntryResponse of(LogEntry entry) {
      return new EntryResponse(entry.canonical(), entry.hash().hex());
    }
  }

  /** A page of the log; {@code next} goes into {@code from} for the next one, null on the last. */
  public record LogPage(List<EntryResponse> entries, Optional<Long> next) {}

  /** A signed head of the log. */
  public record HeadResponse(long count, String hash, String at, String signature) {
    static HeadResponse of(SignedHead head) {
      return new HeadResponse(head.count(), head.hash().hex(), head.at(), head.signature());
    }
  }

  private final TrialLog log;
  private final Heads heads;
  private final SignHead signHead;
  private final TrialGate gate;

  LogResource(TrialLog log, Heads heads, SignHead signHead, TrialGate gate) {
    this.log = log;
    this.heads = heads;
    this.signHead = signHead;
    this.gate = gate;
  }

  @GET
  @Path("/log")
  @Operation(summary = "Read the hash-chained log in pages")
  @RolesAllowed(Roles.AUDITOR)
  public LogPage log(
      String trialId,
      @QueryParam("from") @DefaultValue("0") long from,
      @QueryParam("limit") @DefaultValue("1000") int limit) {
    Trial trial = gate.open(trialId);
    int size = Math.clamp(limit, 1, LARGEST_PAGE);
    List<LogEntry> entries = log.entries(trial.id(), Math.max(0, from), size);
    return new LogPage(
        entries.stream().map(EntryResponse::of).toList(),
        entries.size() < size ? Optional.empty() : Optional.of(entries.getLast().seq() + 1));
  }

  @GET
  @Path("/heads")
  @Operation(summary = "List the signed heads that were kept, one for each day")
  @RolesAllowed({Roles.AUDITOR, Roles.RECRUITER})
  public List<HeadResponse> heads(String trialId) {
    Trial trial = gate.open(trialId);
    return heads.of(trial.id()).stream().map(HeadResponse::of).toList();
  }

  @GET
  @Path("/head")
  @Operation(summary = "Get the signed head of the log, for keeping outside the system")
  @RolesAllowed({Roles.AUDITOR, Roles.RECRUITER})
  public HeadResponse head(String trialId) {
    Trial trial = gate.open(trialId);
    return HeadResponse.of(signHead.sign(trial));
  }
}

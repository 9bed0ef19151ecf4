package org.absentia.ingest.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import java.util.TreeMap;
import org.absentia.ingest.intake.Figures;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Counts for operators; none of them tells anything of a person. */
@Path("/")
@Tag(name = "Figures")
@Produces("application/json")
public class FigureResource {
  private final Figures figures;

  FigureResource(Figures figures) {
    this.figures = figures;
  }

  /** How much is stored. */
  record CountsView(
      long persons,
      Map<String, Long> records,
      Map<String, Long> recordVersions,
      Map<String, Long> rejects) {}

  /** Rejected inputs by reason, in all and for each dialect. */
  record RejectsView(
      long total, Map<String, Long> byReason, Map<String, Map<String, Long>> bySource) {}

  @GET
  @Path("/record-counts")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Count persons, records and versions by type, and rejects by reason")
  public CountsView counts() {
    Figures.Stored stored = figures.stored();
    return new CountsView(
        stored.persons(),
        new TreeMap<>(stored.records()),
        new TreeMap<>(stored.recordVersions()),
        new TreeMap<>(stored.rejects()));
  }

  @GET
  @Path("/rejects")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Count rejected inputs by reason and dialect")
  public RejectsView rejects() {
    Map<String, Map<String, Long>> bySource = figures.rejects();
    Map<String, Long> byReason = new TreeMap<>();
    bySource
        .values()
        .forEach(reasons -> reasons.forEach((reason, n) -> byReason.merge(reason, n, Long::sum)));
    long total = byReason.values().stream().mapToLong(Long::longValue).sum();
    return new RejectsView(total, byReason, bySource);
  }
}

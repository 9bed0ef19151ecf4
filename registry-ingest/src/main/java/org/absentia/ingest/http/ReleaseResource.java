package org.absentia.ingest.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.absentia.ingest.intake.Figures;
import org.absentia.ingest.intake.Trials;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the release of a trial's participants has come. */
@Path("/trials/{trialId}/releases")
@Tag(name = "Figures")
@Produces("application/json")
public class ReleaseResource {
  private final Figures figures;
  private final Trials trials;
  private final TrialScope scope;

  ReleaseResource(Figures figures, Trials trials, TrialScope scope) {
    this.figures = figures;
    this.trials = trials;
    this.scope = scope;
  }

  /** How much of a trial's participants has been released. */
  record ReleasesView(String trialId, int participants, long recordVersions, long unpublished) {}

  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Count the released record versions of a trial's participants")
  public ReleasesView releases(@PathParam("trialId") String trialId) {
    scope.require(trialId);
    Figures.Released released = figures.released(trialId);
    if (released.participants() == 0 && trials.find(trialId).isEmpty()) {
      throw TrialScope.unknown();
    }
    return new ReleasesView(
        trialId, released.participants(), released.recordVersions(), released.unpublished());
  }
}

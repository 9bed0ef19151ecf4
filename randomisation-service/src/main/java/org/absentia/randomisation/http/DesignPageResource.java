package org.absentia.randomisation.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.simulation.DesignSimulation;
import org.absentia.randomisation.simulation.Simulated;
import org.absentia.randomisation.simulation.SimulationRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Designs side by side, as a page for the person who chooses one. */
@Path(DesignPage.PATH)
@Tag(name = "Design simulations")
public class DesignPageResource {
  /** Nothing from outside, no script: only the page's own style, and its form. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final int REMEMBERED = 200;

  /**
   * Equal requests have equal answers, so that a page asked for again is there at once; one design
   * is simulated at a time.
   */
  private final Map<SimulationRequest, Simulated> answers =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SimulationRequest, Simulated> eldest) {
              return size() > REMEMBERED;
            }
          });

  @CheckedTemplate
  static final class Templates {
    private Templates() {}

    static native TemplateInstance designs(DesignPage page);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  @Blocking
  @Operation(
      summary = "Compare designs on a page; a browser without token is sent to the login",
      description =
          "Equal arms; 10 000 runs each. design may be repeated; without it all usual designs are shown."
              + " own is a design as a protocol writes it, as JSON.")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(implementation = String.class)))
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.AUDITOR})
  public RestResponse<String> page(
      @QueryParam("design") List<String> design,
      @QueryParam("arms") @DefaultValue("") String arms,
      @QueryParam("n") @DefaultValue("") String n,
      @QueryParam("theta") @DefaultValue("") String theta,
      @QueryParam("eta") @DefaultValue("") String eta,
      @QueryParam("seed") @DefaultValue("") String seed,
      @QueryParam("own") @DefaultValue("") String own) {
    DesignQuestion question = DesignQuestion.of(design, arms, n, theta, eta, seed, own);
    List<Simulated> simulated =
        question.designs().stream()
            .map(question::request)
            .map(request -> answers.computeIfAbsent(request, DesignSimulation::run))
            .toList();
    return RestResponse.ResponseBuilder.ok(
            Templates.designs(DesignPage.of(question, simulated)).render())
        .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "private, no-store")
        .build();
  }
}

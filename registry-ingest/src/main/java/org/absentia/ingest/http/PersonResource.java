package org.absentia.ingest.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import org.absentia.ingest.intake.JsonTree;
import org.absentia.ingest.intake.TakeInPersons;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the population register says of persons. */
@Path("/persons")
@Tag(name = "Persons")
@Produces("application/json")
public class PersonResource {
  private final TakeInPersons persons;

  PersonResource(TakeInPersons persons) {
    this.persons = persons;
  }

  @POST
  @RolesAllowed(Roles.INTEGRATOR)
  @Consumes({"application/json", "application/x-ndjson"})
  @Operation(
      summary = "Store persons with their identifiers, office and birth date",
      description =
          "The highest updatedAt counts. Former identifiers make one person of several; their"
              + " records are joined.")
  @APIResponse(responseCode = "200", description = "Every person is stored")
  @APIResponse(responseCode = "400", description = "Some were rejected: /problems/records-rejected")
  public Taken push(@HeaderParam("Content-Type") String mediaType, InputStream body)
      throws IOException {
    return Body.take(body, mediaType, PersonResource::entry, persons::take);
  }

  private static TakeInPersons.Entry entry(Document document) {
    return new TakeInPersons.Entry(
        document.line(),
        document.json().map(JsonTree::of).orElse(null),
        document.faults(),
        document.raw());
  }
}

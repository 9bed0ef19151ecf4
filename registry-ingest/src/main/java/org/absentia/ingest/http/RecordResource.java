package org.absentia.ingest.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.intake.TakeInRecords;
import org.absentia.ingest.record.RecordReader;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records in the canonical form. */
@Path("/records")
@Tag(name = "Records")
@Produces("application/json")
public class RecordResource {
  private final TakeInRecords records;

  RecordResource(TakeInRecords records) {
    this.records = records;
  }

  @POST
  @RolesAllowed(Roles.INTEGRATOR)
  @Consumes({"application/json", "application/x-ndjson"})
  @Operation(
      summary = "Store canonical records, as an array or as NDJSON",
      description =
          "At most 50 MB and 100 000 records. Sound records are stored even when others are not;"
              + " pushing anything again, in any order, changes nothing.")
  @APIResponse(responseCode = "200", description = "Every record is stored")
  @APIResponse(responseCode = "400", description = "Some were rejected: /problems/records-rejected")
  @APIResponse(responseCode = "413", description = "Too large: /problems/too-large")
  public Taken push(@HeaderParam("Content-Type") String mediaType, InputStream body)
      throws IOException {
    return Body.take(
        body,
        mediaType,
        document -> document.read(RecordReader::read),
        batch -> records.take(Source.CANONICAL, batch));
  }
}

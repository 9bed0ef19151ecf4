package org.absentia.ingest.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.absentia.ingest.intake.Message;
import org.absentia.ingest.intake.Source;
import org.absentia.ingest.intake.TakeInRecords;
import org.absentia.ingest.nav.ArbeidsforholdReader;
import org.absentia.ingest.nav.SykmeldingReader;
import org.absentia.ingest.nav.SykmeldingXmlReader;
import org.absentia.ingest.nav.UtbetalingReader;
import org.absentia.ingest.person.Secrecy;
import org.absentia.ingest.record.Reading;
import org.absentia.platform.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Records in NAV's dialects; each has a Kafka topic as its twin. */
@Path("/nav")
@Tag(name = "NAV")
@Produces("application/json")
@APIResponse(responseCode = "200", description = "Everything is stored")
@APIResponse(responseCode = "400", description = "Some were rejected: /problems/records-rejected")
public class NavResource {
  private final TakeInRecords records;
  private final Secrecy secrecy;

  NavResource(TakeInRecords records, Secrecy secrecy) {
    this.records = records;
    this.secrecy = secrecy;
  }

  @POST
  @Path("/sykmeldinger")
  @RolesAllowed(Roles.INTEGRATOR)
  @Consumes({"application/json", "application/x-ndjson"})
  @Operation(summary = "Store certificates in the tsm JSON form: one, an array or NDJSON")
  public Taken sykmeldinger(@HeaderParam("Content-Type") String mediaType, InputStream body)
      throws IOException {
    return json(
        mediaType,
        body,
        Source.SYKMELDING,
        document -> SykmeldingReader.read(document, Optional.empty()));
  }

  @POST
  @Path("/sykmeldinger-xml")
  @RolesAllowed(Roles.INTEGRATOR)
  @Consumes("application/xml")
  @Operation(summary = "Store one certificate in the XML form of 2013")
  public Taken sykmeldingXml(byte[] body) {
    Reading reading = SykmeldingXmlReader.read(body, secrecy::certificateFingerprint);
    Message message = new Message(1, reading, () -> body);
    return Taken.answer(records.take(Source.SYKMELDING_XML, List.of(message)));
  }

  @POST
  @Path("/utbetalinger")
  @RolesAllowed(Roles.INTEGRATOR)
  @Consumes({"application/json", "application/x-ndjson"})
  @Operation(summary = "Store sick pay, or its annulment, as on tbd.utbetaling")
  public Taken utbetalinger(@HeaderParam("Content-Type") String mediaType, InputStream body)
      throws IOException {
    return json(
        mediaType,
        body,
        Source.UTBETALING,
        document -> UtbetalingReader.read(document, Optional.empty()));
  }

  @POST
  @Path("/arbeidsforhold")
  @RolesAllowed(Roles.INTEGRATOR)
  @Consumes({"application/json", "application/x-ndjson"})
  @Operation(summary = "Store employments of Aa-registeret v2: one, an array or NDJSON")
  public Taken arbeidsforhold(@HeaderParam("Content-Type") String mediaType, InputStream body)
      throws IOException {
    return json(mediaType, body, Source.ARBEIDSFORHOLD, ArbeidsforholdReader::read);
  }

  private Taken json(
      String mediaType, InputStream body, Source source, Function<@Nullable Object, Reading> reader)
      throws IOException {
    return Body.take(
        body, mediaType, document -> document.read(reader), batch -> records.take(source, batch));
  }
}

package org.absentia.randomisation.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.approval.ExportBundle;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.absentia.randomisation.verification.Bundle;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The bundle by which anybody verifies every allocation of a trial. */
@Path("/trials/{trialId}/bundle")
@Tag(name = "Bundle")
public class BundleResource {
  private static final int PAGE = 5_000;

  private final ExportBundle exportBundle;
  private final TrialLog log;
  private final TrialGate gate;
  private final ObjectMapper json;

  BundleResource(ExportBundle exportBundle, TrialLog log, TrialGate gate, ObjectMapper json) {
    this.exportBundle = exportBundle;
    this.log = log;
    this.gate = gate;
    this.json = json;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Get the verification bundle, once OPEN_BUNDLE was approved",
      description =
          "Format absentia-bundle-1; ./absentia verify FILE checks it without any service.")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "409", description = "bundle-closed: two persons have not agreed")
  @RolesAllowed(Roles.AUDITOR)
  public RestResponse<StreamingOutput> bundle(String trialId) {
    Trial trial = gate.open(trialId);
    return switch (exportBundle.export(trial)) {
      case ExportBundle.Opened opened ->
          RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> write(opened, out))
              .header("Cache-Control", "no-store")
              .build();
      case ExportBundle.NotApproved closed ->
          throw Problem.conflict(
              "bundle-closed", "Nobody proposed and approved to open the bundle of this trial.");
    };
  }

  private void write(ExportBundle.Opened opened, OutputStream out) throws IOException {
    try (JsonGenerator to = json.getFactory().createGenerator(out)) {
      Trial trial = opened.trial();
      to.writeStartObject();
      to.writeStringField("format", Bundle.FORMAT);
      to.writeFieldName("design");
      to.writeRawValue(new String(trial.protocol().design().canonical(), StandardCharsets.UTF_8));
      published(trial, to);
      to.writeArrayFieldStart("log");
      entries(trial, opened.count(), to);
      to.writeEndArray();
      to.writeArrayFieldStart("heads");
      for (SignedHead head : opened.heads()) {
        head(head, to);
      }
      to.writeEndArray();
      opening(opened, to);
      to.writeArrayFieldStart("analysis");
      for (Map.Entry<UUID, String> analysed : opened.analysis().entrySet()) {
        to.writeStartObject();
        to.writeStringField("participant", analysed.getKey().toString());
        to.writeStringField("arm", analysed.getValue());
        to.writeEndObject();
      }
      to.writeEndArray();
      to.writeEndObject();
    }
  }

  private static void published(Trial trial, JsonGenerator to) throws IOException {
    to.writeObjectFieldStart("published");
    to.writeStringField("commitment", trial.commitment().hex());
    to.writeStringField("merkleRoot", trial.merkleRoot().map(Hash::hex).orElse(null));
    texts("shareCommitments", trial.shareCommitments().stream().map(Hash::hex).toList(), to);
    to.writeStringField("publicKey", trial.publicKey());
    to.writeEndObject();
  }

  // each page in a transaction of its own: the log only grows
  private void entries(Trial trial, long count, JsonGenerator to) throws IOException {
    for (long from = 0; from < count; from += PAGE) {
      long first = from;
      int size = (int) Math.min(PAGE, count - from);
      List<LogEntry> page =
          QuarkusTransaction.requiringNew().call(() -> log.entries(trial.id(), first, size));
      for (LogEntry entry : page) {
        to.writeStartObject();
        to.writeFieldName("entry");
        to.writeRawValue(entry.canonical());
        to.writeStringField("hash", entry.hash().hex());
        to.writeEndObject();
      }
    }
  }

  private static void head(SignedHead head, JsonGenerator to) throws IOException {
    to.writeStartObject();
    to.writeNumberField("count", head.count());
    to.writeStringField("hash", head.hash().hex());
    to.writeStringField("at", head.at());
    to.writeStringField("signature", head.signature());
    to.writeEndObject();
  }

  private static void opening(ExportBundle.Opened opened, JsonGenerator to) throws IOException {
    to.writeObjectFieldStart("opening");
    to.writeStringField("key", opened.secrets().key().hex());
    to.writeStringField("salt", opened.secrets().salt().hex());
    texts("shares", opened.secrets().shares().stream().map(Secret::hex).toList(), to);
    texts("shareSalts", opened.secrets().shareSalts().stream().map(Secret::hex).toList(), to);
    to.writeStringField("beacon", opened.trial().beacon());
    to.writeObjectFieldStart("personalSalts");
    for (Map.Entry<UUID, Secret> salt : opened.personalSalts().entrySet()) {
      to.writeStringField(salt.getKey().toString(), salt.getValue().hex());
    }
    to.writeEndObject();
    if (!opened.list().isEmpty()) {
      to.writeObjectFieldStart("list");
      for (Map.Entry<String, List<String>> rows : opened.list().entrySet()) {
        texts(rows.getKey(), rows.getValue(), to);
      }
      to.writeEndObject();
    }
    to.writeEndObject();
  }

  private static void texts(String name, List<String> texts, JsonGenerator to) throws IOException {
    to.writeArrayFieldStart(name);
    for (String text : texts) {
      to.writeString(text);
    }
    to.writeEndArray();
  }
}

package org.absentia.randomisation.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.allocation.LogEntry;
import org.absentia.randomisation.allocation.Receipt;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.trial.CheckReceipt;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a receipt stands in the log. */
@Path("/trials/{trialId}/receipt-checks")
@Tag(name = "Log")
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptCheckResource {
  /**
   * What was found.
   *
   * @param stands whether everything that the receipt says stands in the log
   * @param seq place in the log where the receipt's slot belongs
   * @param entry what stands there as JSON, null where the log is shorter
   * @param hashBefore with the entry it gives {@code hash}
   */
  public record ReceiptCheckResponse(
      boolean stands,
      List<CheckReceipt.Fault> faults,
      long seq,
      String hashBefore,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String entry,
      Optional<String> hash,
      LogResource.HeadResponse head) {
    static ReceiptCheckResponse of(Receipt receipt, CheckReceipt.Checked checked) {
      return new ReceiptCheckResponse(
          checked.stands(),
          checked.faults().stream().sorted().toList(),
          receipt.head().count() - 1,
          checked.before().hex(),
          checked.entry().map(LogEntry::canonical).orElse("null"),
          checked.entry().map(entry -> entry.hash().hex()),
          LogResource.HeadResponse.of(checked.head()));
    }
  }

  private final CheckReceipt checkReceipt;
  private final TrialGate gate;

  ReceiptCheckResource(CheckReceipt checkReceipt, TrialGate gate) {
    this.checkReceipt = checkReceipt;
    this.gate = gate;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Check that a receipt stands in the log, with its place and hashes")
  @RolesAllowed({Roles.RECRUITER, Roles.AUDITOR})
  public ReceiptCheckResponse check(
      String trialId,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = AllocationResource.ReceiptResponse.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    Receipt receipt = Bodies.read(body, "invalid-receipt", ReceiptCheckResource::read);
    return ReceiptCheckResponse.of(receipt, checkReceipt.check(trial, receipt));
  }

  private static Receipt read(JsonReader in) {
    in.noOthers("receiptId", "participantId", "stratum", "slot", "leaf", "head");
    return new Receipt(
        in.requiredText("receiptId"),
        uuid(in),
        in.requiredText("stratum"),
        number(in, "slot"),
        hash(in, "leaf"),
        in.object("head").map(ReceiptCheckResource::head).orElseGet(() -> noHead(in)));
  }

  private static SignedHead head(JsonReader in) {
    in.noOthers("count", "hash", "at", "signature");
    return new SignedHead(
        number(in, "count"), hash(in, "hash"), in.requiredText("at"), signature(in));
  }

  private static SignedHead noHead(JsonReader in) {
    if (!in.has("head")) {
      in.fault("head", "is missing");
    }
    return new SignedHead(0, Hash.ZERO, "", "");
  }

  private static String uuid(JsonReader in) {
    String text = in.requiredText("participantId");
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException malformed) {
      in.fault("participantId", "must be a UUID");
      return text;
    }
  }

  private static int number(JsonReader in, String name) {
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    int number = in.integer(name).orElse(0);
    if (number < 0) {
      in.fault(name, "must not be negative");
    }
    return number;
  }

  private static Hash hash(JsonReader in, String name) {
    String text = in.requiredText(name);
    if (Hash.isHex(text)) {
      return new Hash(text);
    }
    in.fault(name, "must be 64 lower-case hex digits");
    return Hash.ZERO;
  }

  private static String signature(JsonReader head) {
    String text = head.requiredText("signature");
    if (!text.matches("([0-9a-f]{2}){64}")) {
      head.fault("signature", "must be 128 lower-case hex digits");
    }
    return text;
  }
}

package org.absentia.randomisation.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.trial.CertifyErasure;
import org.absentia.randomisation.trial.Erasure;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proof that somebody was erased, in words that hold nothing of the person. */
@Path("/trials/{trialId}/participants/{participantId}/erasure-certificate")
@Tag(name = "Withdrawals")
@Produces(MediaType.APPLICATION_JSON)
public class ErasureCertificateResource {
  /** An entry of the trial's log. */
  public record LogPlace(long seq, String hash) {}

  /** The word of another service; the others act on the same events and send none. */
  public record Confirmation(String service, Instant confirmedAt) {
    static Confirmation of(Erasure.Confirmation confirmation) {
      return new Confirmation(confirmation.service(), confirmation.confirmedAt());
    }
  }

  /**
   * The certificate.
   *
   * @param removed kinds of data that this service removed
   * @param told whether other services were told, since they had heard of the participant
   * @param remains what stays, and why it is nobody's
   * @param logEntry the entry ERASED
   * @param head a signed head that covers the entry
   */
  public record Certificate(
      UUID certificateId,
      String trialId,
      Instant erasedAt,
      List<String> removed,
      boolean told,
      List<Confirmation> confirmations,
      List<String> remains,
      LogPlace logEntry,
      LogResource.HeadResponse head) {
    private static final List<String> REMAINS =
        List.of(
            "the slot, which stays used up, and the log, whose entries nobody can name without the salt",
            "in locked datasets the hash of the row and that there was one");

    static Certificate of(CertifyErasure.Certificate certificate) {
      Erasure erasure = certificate.erasure();
      return new Certificate(
          erasure.certificateId(),
          erasure.trialId(),
          erasure.erasedAt(),
          erasure.removed(),
          erasure.randomised(),
          certificate.confirmations().stream().map(Confirmation::of).toList(),
          REMAINS,
          new LogPlace(erasure.logSeq(), erasure.logHash().hex()),
          LogResource.HeadResponse.of(certificate.head()));
    }
  }

  private final CertifyErasure certifyErasure;
  private final TrialGate gate;

  ErasureCertificateResource(CertifyErasure certifyErasure, TrialGate gate) {
    this.certifyErasure = certifyErasure;
    this.gate = gate;
  }

  @GET
  @Operation(summary = "Certify that a participant was erased, under a signed head of the log")
  @RolesAllowed(Roles.PRIVACY_OFFICER)
  public Certificate certificate(String trialId, String participantId) {
    Trial trial = gate.open(trialId);
    return certifyErasure
        .certify(trial, TrialGate.participantId(participantId))
        .map(Certificate::of)
        .orElseThrow(() -> Problem.notFound("The trial has erased no such participant."));
  }
}

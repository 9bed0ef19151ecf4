package org.absentia.randomisation.http;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Fault;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.ActionReader;
import org.absentia.randomisation.approval.DecideProposal;
import org.absentia.randomisation.approval.Performer;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.approval.Proposals;
import org.absentia.randomisation.approval.ProposeAction;
import org.absentia.randomisation.approval.ShowBrokenCode;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What two persons must agree on. */
@Path("/trials/{trialId}/proposals")
@Tag(name = "Proposals")
@Produces(MediaType.APPLICATION_JSON)
public class ProposalResource {
  private static final int LONGEST_REASON = 500;
  private static final Map<Action.Kind, List<String>> PROPOSERS =
      new EnumMap<>(
          Map.of(
              Action.Kind.OPEN_BUNDLE, List.of(Roles.STATISTICIAN),
              Action.Kind.START_EPOCH, List.of(Roles.STATISTICIAN),
              Action.Kind.VOID_SLOT, List.of(Roles.STATISTICIAN),
              Action.Kind.CONTINGENCY_PACK, List.of(Roles.STATISTICIAN),
              Action.Kind.OPEN_CODE, List.of(Roles.DELIVERER, Roles.PRIVACY_OFFICER),
              Action.Kind.EXPORT_LIST, List.of(Roles.STATISTICIAN),
              Action.Kind.ALLOW_EXTERNAL, List.of(Roles.STATISTICIAN),
              Action.Kind.UNMASK, List.of(Roles.STATISTICIAN)));

  /** What was proposed, by whom, and what became of it. */
  public record ProposalResponse(
      UUID proposalId,
      Action.Kind action,
      @Schema(type = SchemaType.OBJECT) Map<String, Object> settings,
      String reason,
      String proposedBy,
      Instant proposedAt,
      Optional<Boolean> approved,
      Optional<String> decidedBy,
      Optional<Instant> decidedAt) {
    static ProposalResponse of(Proposal proposal) {
      return new ProposalResponse(
          proposal.id(),
          proposal.action().kind(),
          proposal.action().settings(),
          proposal.reason(),
          proposal.proposedBy(),
          proposal.proposedAt(),
          proposal.decision().map(Proposal.Decision::approved),
          proposal.decision().map(Proposal.Decision::decidedBy),
          proposal.decision().map(Proposal.Decision::decidedAt));
    }
  }

  /** The second person's answer. */
  @Schema(requiredProperties = "approved")
  public record DecisionRequest(boolean approved) {}

  private record Proposed(Optional<Action> action, String reason) {}

  private final ProposeAction proposeAction;
  private final DecideProposal decideProposal;
  private final Proposals proposals;
  private final ShowBrokenCode showBrokenCode;
  private final TrialGate gate;
  private final SecurityIdentity caller;

  ProposalResource(
      ProposeAction proposeAction,
      DecideProposal decideProposal,
      Proposals proposals,
      ShowBrokenCode showBrokenCode,
      TrialGate gate,
      SecurityIdentity caller) {
    this.proposeAction = proposeAction;
    this.decideProposal = decideProposal;
    this.proposals = proposals;
    this.showBrokenCode = showBrokenCode;
    this.gate = gate;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Propose something that needs a second person",
      description =
          "OPEN_BUNDLE; START_EPOCH (stratum, weights); VOID_SLOT (stratum); OPEN_CODE"
              + " (participantId); CONTINGENCY_PACK (slots); EXPORT_LIST (slots); ALLOW_EXTERNAL;"
              + " UNMASK (datasetId), once its masked analysis is completed. Each with a reason.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ProposalResponse.class)))
  @RolesAllowed({Roles.STATISTICIAN, Roles.DELIVERER, Roles.PRIVACY_OFFICER})
  public RestResponse<ProposalResponse> propose(
      String trialId,
      @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) byte[] body) {
    Trial trial = gate.open(trialId);
    Proposed proposed = Bodies.read(body, "invalid-proposal", ProposalResource::read);
    Action action = proposed.action().orElseThrow();
    if (PROPOSERS.getOrDefault(action.kind(), List.of()).stream().noneMatch(caller::hasRole)) {
      throw new ForbiddenException();
    }
    return switch (proposeAction.propose(trial, action, proposed.reason(), gate.subject())) {
      case ProposeAction.Proposed done ->
          RestResponse.status(RestResponse.Status.CREATED, ProposalResponse.of(done.proposal()));
      case ProposeAction.Refused refused -> throw refused(refused.refusals());
    };
  }

  @GET
  @Operation(summary = "List the proposals of a trial")
  @RolesAllowed({Roles.STATISTICIAN, Roles.APPROVER, Roles.PRIVACY_OFFICER, Roles.AUDITOR})
  public List<ProposalResponse> list(String trialId) {
    Trial trial = gate.open(trialId);
    return proposals.ofTrial(trial.id()).stream().map(ProposalResponse::of).toList();
  }

  @POST
  @Path("/{proposalId}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Approve or reject as the second person; an approved proposal is done at once")
  @RolesAllowed(Roles.APPROVER)
  public ProposalResponse decide(
      String trialId,
      String proposalId,
      @RequestBody(content = @Content(schema = @Schema(implementation = DecisionRequest.class)))
          byte[] body) {
    Trial trial = gate.open(trialId);
    boolean approved = Bodies.read(body, "invalid-decision", ProposalResource::decision);
    return switch (decideProposal.decide(
        trial, TrialGate.id(proposalId, ProposalResource::unknown), approved, gate.subject())) {
      case DecideProposal.Decided decided -> ProposalResponse.of(decided.proposal());
      case DecideProposal.DecidedBefore decided -> ProposalResponse.of(decided.proposal());
      case DecideProposal.DecidedOtherwise otherwise ->
          throw Problem.conflict("decided-otherwise", "Another decision stands.");
      case DecideProposal.SamePerson same ->
          throw Problem.conflict("same-person", "The second person must be another one.");
      case DecideProposal.Refused refused -> throw refused(refused.refusals());
      case DecideProposal.Unknown unknown -> throw unknown();
    };
  }

  @GET
  @Path("/{proposalId}/arm")
  @Operation(
      summary = "Show the arm of a broken code to the person who proposed it; each look is logged")
  @RolesAllowed({Roles.DELIVERER, Roles.PRIVACY_OFFICER})
  public RestResponse<AllocationResource.ArmResponse> arm(String trialId, String proposalId) {
    Trial trial = gate.open(trialId);
    return showBrokenCode
        .show(trial, TrialGate.id(proposalId, ProposalResource::unknown), gate.subject())
        .map(
            shown ->
                RestResponse.ResponseBuilder.ok(
                        AllocationResource.ArmResponse.of(shown, trial.protocol().arms()))
                    .header("Cache-Control", "no-store")
                    .build())
        .orElseThrow(ProposalResource::unknown);
  }

  private static Proposed read(JsonReader in) {
    Optional<Action> action = ActionReader.read(in, "reason");
    String reason = in.requiredText("reason");
    if (reason.length() > LONGEST_REASON || NationalIdentifiers.in(reason)) {
      in.fault("reason", "must have at most 500 characters and hold no national identifier");
    }
    return new Proposed(action, reason);
  }

  static boolean decision(JsonReader in) {
    in.noOthers("approved");
    if (!in.has("approved")) {
      in.fault("approved", "is missing");
    }
    return in.bool("approved", false);
  }

  private static Problem refused(List<Performer.Refusal> refusals) {
    return Problem.unprocessable(
        "proposal-refused",
        "The trial does not allow it as it stands.",
        refusals.stream()
            .map(refusal -> new Fault("/" + refusal.member(), refusal.detail()))
            .toList());
  }

  private static Problem unknown() {
    return Problem.notFound("The trial has no such proposal.");
  }
}

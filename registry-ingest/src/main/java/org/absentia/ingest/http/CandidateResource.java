package org.absentia.ingest.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.absentia.ingest.intake.CandidateList;
import org.absentia.ingest.intake.CandidateLists;
import org.absentia.ingest.intake.ListCandidates;
import org.absentia.ingest.intake.Persons;
import org.absentia.ingest.screening.Screening;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Candidate lists, and the candidate whom a recruiter must phone. */
@Path("/trials/{trialId}")
@Tag(name = "Candidates")
@Produces("application/json")
public class CandidateResource {
  private final ListCandidates lists;
  private final Persons persons;
  private final TrialScope scope;
  private final SecurityIdentity identity;

  CandidateResource(
      ListCandidates lists, Persons persons, TrialScope scope, SecurityIdentity identity) {
    this.lists = lists;
    this.persons = persons;
    this.scope = scope;
    this.identity = identity;
  }

  /** What a list is asked for by. */
  record ListRequest(String office, LocalDate listDate) {}

  /** A candidate as the list shows it. */
  record CandidateView(
      UUID candidateId,
      int sickLeaveWeek,
      BigDecimal grade,
      @Nullable String diagnosis,
      @Nullable Integer age) {
    static CandidateView of(CandidateList.Candidate candidate) {
      return new CandidateView(
          candidate.candidateId(),
          candidate.sickLeaveWeek(),
          candidate.grade(),
          candidate.diagnosis().orElse(null),
          candidate.age().orElse(null));
    }
  }

  /** A list. */
  record ListView(
      UUID listId,
      String trialId,
      String office,
      LocalDate listDate,
      List<CandidateView> candidates,
      int screened,
      Map<Screening.Reason, Integer> notEligible) {
    ListView {
      candidates = List.copyOf(candidates);
    }

    static ListView of(CandidateList list) {
      return new ListView(
          list.listId(),
          list.trialId(),
          list.office(),
          list.listDate(),
          list.candidates().stream().map(CandidateView::of).toList(),
          list.screened(),
          new TreeMap<>(list.notEligible()));
    }
  }

  /** A candidate with the identifier, for the recruiter's eyes. */
  record PersonView(
      UUID candidateId,
      String personIdentifier,
      UUID listId,
      String office,
      LocalDate listDate,
      int sickLeaveWeek,
      BigDecimal grade,
      @Nullable String diagnosis,
      @Nullable Integer age) {}

  @POST
  @Path("/candidate-lists")
  @RolesAllowed(Roles.RECRUITER)
  @Consumes("application/json")
  @Operation(
      summary = "Make the candidate list of an office and day, or give it as it was made",
      description =
          "Judged from what the registers had issued by the end of that day. Reasons for not being"
              + " eligible: DIAGNOSIS_OUTSIDE_CRITERIA, GRADE_BELOW_MINIMUM, NOT_EMPLOYED,"
              + " AGE_UNKNOWN, AGE_OUTSIDE_RANGE, ALREADY_LISTED.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ListRequest.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made now",
      content = @Content(schema = @Schema(implementation = ListView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Made before",
      content = @Content(schema = @Schema(implementation = ListView.class)))
  @APIResponse(responseCode = "404", description = "No such trial for this token")
  @APIResponse(
      responseCode = "422",
      description =
          "/problems/office-outside-protocol, date-outside-recruitment, date-in-future or"
              + " list-too-long")
  public Response list(@PathParam("trialId") String trialId, byte[] body) {
    scope.require(trialId);
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(JsonReader.parse(body), faults);
    String office = in.requiredText("office");
    if (!office.isEmpty() && !office.matches("[0-9]{4}")) {
      in.fault("office", "must be an office number of four digits");
    }
    LocalDate listDate = in.requiredDate("listDate");
    faults.throwIfAny("invalid-request", "The list cannot be made.");
    ListCandidates.Listed listed = lists.list(trialId, office, listDate, caller());
    return Response.status(listed.made() ? 201 : 200).entity(ListView.of(listed.list())).build();
  }

  @GET
  @Path("/candidates/{candidateId}")
  @RolesAllowed(Roles.RECRUITER)
  @Operation(
      summary = "Show a candidate with the national identifier; each access is recorded",
      description = "The identifier in use, which may be another than at the time of the list.")
  @APIResponse(
      responseCode = "200",
      description = "The candidate",
      content = @Content(schema = @Schema(implementation = PersonView.class)))
  @APIResponse(responseCode = "404", description = "No such candidate of this trial")
  public PersonView candidate(
      @PathParam("trialId") String trialId, @PathParam("candidateId") String candidateId) {
    scope.require(trialId);
    CandidateLists.Found found =
        lists.candidate(trialId, id(candidateId), caller()).orElseThrow(CandidateResource::unknown);
    CandidateList list = found.list();
    CandidateList.Candidate candidate = found.candidate();
    String identifier =
        persons.ofCandidate(candidateId).orElseThrow(CandidateResource::unknown).digits();
    return new PersonView(
        candidate.candidateId(),
        identifier,
        list.listId(),
        list.office(),
        list.listDate(),
        candidate.sickLeaveWeek(),
        candidate.grade(),
        candidate.diagnosis().orElse(null),
        candidate.age().orElse(null));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noUuid) {
      throw unknown();
    }
  }

  private static Problem unknown() {
    return Problem.notFound("There is no such candidate.");
  }

  private String caller() {
    return identity.getPrincipal().getName();
  }
}

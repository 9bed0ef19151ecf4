package org.absentia.randomisation.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.absentia.platform.problem.Problem;
import org.absentia.platform.security.Roles;
import org.absentia.randomisation.http.LinkResponse.IssuedLink;
import org.absentia.randomisation.http.LinkResponse.LinkList;
import org.absentia.randomisation.link.FollowLinks;
import org.absentia.randomisation.link.Holder;
import org.absentia.randomisation.link.IssueLink;
import org.absentia.randomisation.link.Link;
import org.absentia.randomisation.link.Purpose;
import org.absentia.randomisation.trial.Trial;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** What links of participants and of candidates have in common for staff. */
@ApplicationScoped
class LinkGate {
  private final IssueLink issueLink;
  private final FollowLinks followLinks;
  private final TrialGate trials;
  private final TimepointGate timepoints;
  private final SecurityIdentity caller;
  private final String baseUrl;

  LinkGate(
      IssueLink issueLink,
      FollowLinks followLinks,
      TrialGate trials,
      TimepointGate timepoints,
      SecurityIdentity caller,
      @ConfigProperty(name = "absentia.links.base-url") String baseUrl) {
    this.issueLink = issueLink;
    this.followLinks = followLinks;
    this.trials = trials;
    this.timepoints = timepoints;
    this.caller = caller;
    this.baseUrl = baseUrl.replaceAll("/+$", "");
  }

  RestResponse<IssuedLink> issue(Trial trial, Holder holder, Purpose purpose) {
    requireMayIssue(trial, purpose);
    return switch (issueLink.issue(trial, holder, purpose, trials.subject())) {
      case IssueLink.Issued issued ->
          RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, response(issued))
              .header("Cache-Control", "no-store")
              .build();
      case IssueLink.NotAsked notAsked -> throw problem(notAsked);
      case IssueLink.Refused refused ->
          throw Problem.unprocessable(
              "link-refused", "This cannot be asked now.", refused.faults());
    };
  }

  LinkList list(Trial trial, Holder holder) {
    return new LinkList(
        followLinks.list(trial, holder).stream()
            .filter(followed -> shows(trial, followed.link()))
            .map(LinkResponse::of)
            .toList());
  }

  LinkResponse revoke(Trial trial, Holder holder, String linkId) {
    UUID id = TrialGate.id(linkId, LinkGate::unknown);
    return followLinks
        .find(trial, holder, id)
        .filter(followed -> shows(trial, followed.link()))
        .flatMap(followed -> followLinks.revoke(trial, holder, id))
        .map(LinkResponse::of)
        .orElseThrow(LinkGate::unknown);
  }

  /** The address comes from the configuration: a Host header is the caller's to choose. */
  private IssuedLink response(IssueLink.Issued issued) {
    Link link = issued.link();
    return new IssuedLink(
        link.id(),
        link.purpose().kind(),
        link.purpose().subject(),
        baseUrl + "/answers/" + issued.token().text(),
        link.expiresAt());
  }

  private void requireMayIssue(Trial trial, Purpose purpose) {
    boolean may =
        switch (purpose) {
          case Purpose.Questionnaire asked -> {
            timepoints.openToAsk(trial, asked.timepoint());
            yield true;
          }
          case Purpose.Consent asked -> caller.hasRole(Roles.RECRUITER);
          case Purpose.Enrol asked -> caller.hasRole(Roles.RECRUITER);
          case Purpose.Withdraw asked -> seesWithdrawals();
        };
    if (!may) {
      throw Problem.of(403, "forbidden", "The token does not carry a role that may ask this.");
    }
  }

  /** A questionnaire that counts from the programme tells the arm, and so does a link to it. */
  private boolean shows(Trial trial, Link link) {
    return switch (link.purpose()) {
      case Purpose.Questionnaire asked ->
          trial.protocol().timepoint(asked.timepoint()).filter(timepoints::admits).isPresent();
      case Purpose.Consent asked -> seesWithdrawals();
      case Purpose.Enrol asked -> seesWithdrawals();
      case Purpose.Withdraw asked -> seesWithdrawals();
    };
  }

  private boolean seesWithdrawals() {
    return caller.hasRole(Roles.RECRUITER) || caller.hasRole(Roles.PRIVACY_OFFICER);
  }

  private static Problem problem(IssueLink.NotAsked notAsked) {
    return switch (notAsked.reason()) {
      case UNKNOWN -> TrialGate.unknownParticipant();
      case NOT_LISTED -> TrialGate.candidateNotListed();
      case ERASED -> TrialGate.candidateErased();
      case WITHDRAWN -> Problem.conflict("withdrawn", "The participant withdrew from this.");
      case ANSWERED -> Problem.conflict("answered-already", "What the link would ask stands.");
      case LOCKED ->
          Problem.conflict(
              "answers-locked", "The answers are locked, since the slot depends on them.");
    };
  }

  private static Problem unknown() {
    return Problem.notFound("There is no such link.");
  }
}

package org.absentia.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves an endpoint into problem+json without stack trace or value. */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  static final String MEDIA_TYPE = "application/problem+json";

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    Response.ResponseBuilder answer = answer(problem);
    problem
        .retryAfter()
        .ifPresent(pause -> answer.header(HttpHeaders.RETRY_AFTER, pause.toSeconds()));
    return answer.build();
  }

  @ServerExceptionMapper
  public Uni<Response> unauthorized(UnauthorizedException refused, RoutingContext request) {
    return challenge(request);
  }

  @ServerExceptionMapper
  public Uni<Response> authenticationFailed(
      AuthenticationFailedException refused, RoutingContext request) {
    return challenge(request);
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException refused) {
    return answer(Problem.of(403, "forbidden", "The token does not carry a role that may do this."))
        .build();
  }

  @ServerExceptionMapper
  public Response json(JsonProcessingException malformed) {
    return answer(
            Problem.badRequest(
                "malformed-json",
                "The body is not the JSON that this operation expects.",
                List.of(new Fault("", "not readable as the expected JSON"))))
        .build();
  }

  /** Keeps the status (404, 405, 406, 415, ...) that the framework chose, but not its text. */
  @ServerExceptionMapper
  public Response framework(WebApplicationException refused) {
    int status = refused.getResponse().getStatus();
    Response.Status known = Response.Status.fromStatusCode(status);
    String phrase = known == null ? "Refused" : known.getReasonPhrase();
    String reason = phrase.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    Response.ResponseBuilder answer = answer(Problem.of(status, reason, phrase + "."));
    String allow = refused.getResponse().getHeaderString("Allow");
    return (allow == null ? answer : answer.header("Allow", allow)).build();
  }

  @ServerExceptionMapper
  public Response bug(Throwable bug) {
    LOG.errorf("event=request-failed trace=%s", Trace.of(bug));
    return answer(Problem.of(500, "internal-error", "The request failed; nothing of it was kept."))
        .build();
  }

  /** Sends a person who reads on to the login where the path has one; a program gets 401. */
  private static Uni<Response> challenge(RoutingContext request) {
    HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
    if (authenticator == null || !request.request().method().equals(HttpMethod.GET)) {
      return Uni.createFrom().item(unauthenticated());
    }
    return authenticator
        .getChallenge(request)
        .map(
            challenge ->
                challenge != null && challenge.status == Response.Status.FOUND.getStatusCode()
                    ? redirect(challenge)
                    : unauthenticated());
  }

  private static Response redirect(ChallengeData challenge) {
    Response.ResponseBuilder answer = Response.status(challenge.status);
    challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
    return answer.build();
  }

  private static Response unauthenticated() {
    return answer(Problem.of(401, "unauthorized", "A valid bearer token is needed."))
        .header("WWW-Authenticate", "Bearer")
        .build();
  }

  private static Response.ResponseBuilder answer(Problem problem) {
    return Response.status(problem.status()).type(MEDIA_TYPE).entity(problem.body());
  }
}

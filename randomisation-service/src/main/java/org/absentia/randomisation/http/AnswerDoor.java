package org.absentia.randomisation.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.absentia.platform.problem.BodyLimit;
import org.absentia.platform.problem.Problem;

/**
 * Stands before the paths that carry a participant's token, which anybody on the internet may call:
 * whatever the answer, it is not stored, not indexed, tells no other site where the reader comes
 * from, and loads nothing; and a body has the length of answers.
 */
@ApplicationScoped
class AnswerDoor {
  private static final int BEFORE_ALL_OTHERS = 10_001;
  private static final int LONGEST_BODY = 65_536;

  void register(@Observes Filters filters) {
    filters.register(AnswerDoor::pass, BEFORE_ALL_OTHERS);
  }

  private static void pass(RoutingContext request) {
    if (!request.normalizedPath().startsWith("/answers/")) {
      request.next();
      return;
    }
    MultiMap headers = request.response().headers();
    headers.set("Content-Security-Policy", PageStyle.POLICY);
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Robots-Tag", "noindex, nofollow");
    if (request.request().method().equals(HttpMethod.POST) && !isShort(request)) {
      BodyLimit.refuse(
          request,
          Problem.tooLarge("The body must say its length, at most " + LONGEST_BODY + " bytes."));
    } else {
      request.next();
    }
  }

  /** A body that does not say its length counts as too long. */
  private static boolean isShort(RoutingContext request) {
    String length = request.request().getHeader("Content-Length");
    return length != null && length.matches("\\d{1,6}") && Integer.parseInt(length) <= LONGEST_BODY;
  }
}

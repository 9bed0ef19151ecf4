package org.absentia.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body above the stated limit with 413 as problem+json, before it is read. */
@ApplicationScoped
public class BodyLimit {
  private static final int BEFORE_ALL_OTHERS = 10_000;

  private final long limit;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
    this.limit = limit.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ALL_OTHERS);
  }

  private void check(RoutingContext request) {
    if (announced(request) <= limit) {
      request.next();
      return;
    }
    refuse(request, Problem.tooLarge("The body is larger than " + limit + " bytes."));
  }

  /** Answers with a problem before any operation is looked for, and reads no body. */
  public static void refuse(RoutingContext request, Problem problem) {
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(new JsonObject(problem.body()).encode());
  }

  private static long announced(RoutingContext request) {
    String length = request.request().getHeader("Content-Length");
    return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
  }
}

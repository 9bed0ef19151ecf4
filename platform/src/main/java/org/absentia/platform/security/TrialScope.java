package org.absentia.platform.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import org.absentia.platform.problem.Problem;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The trials that the caller's token covers: claim {@code trials}, ids or {@code *} for all. */
@RequestScoped
public class TrialScope {
  private final SecurityIdentity identity;

  TrialScope(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * Passes when the token covers the trial.
   *
   * @throws Problem 404, as for a trial that does not exist
   */
  public void require(String trialId) {
    // U+0000 names nothing, and PostgreSQL would not even look
    if (!covers(trialId) || trialId.indexOf('\0') >= 0) {
      throw unknown();
    }
  }

  /** The answer for a trial that is not there or not the caller's: the two look alike. */
  public static Problem unknown() {
    return Problem.notFound("There is no such trial.");
  }

  private boolean covers(String trialId) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return false;
    }
    Object claim = token.getClaim("trials");
    return switch (claim) {
      case JsonArray array ->
          array.stream()
              .anyMatch(
                  value -> value instanceof JsonString text && matches(text.getString(), trialId));
      case Collection<?> values ->
          values.stream().anyMatch(value -> matches(String.valueOf(value), trialId));
      case null, default -> false;
    };
  }

  private static boolean matches(String granted, String trialId) {
    return granted.equals("*") || granted.equals(trialId);
  }
}

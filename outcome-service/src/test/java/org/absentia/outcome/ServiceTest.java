package org.absentia.outcome;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.absentia.local.LocalStack;
import org.absentia.local.Tokens;

/** A test of the running service on real PostgreSQL and Kafka. */
@QuarkusTestResource(
    value = LocalStack.class,
    initArgs = @ResourceArg(name = "database", value = "outcome"))
public abstract class ServiceTest {
  /** A request with a token of a role, for the named trials or for all. */
  protected static RequestSpecification as(String role, String... trials) {
    return given().auth().oauth2(Tokens.of(role, trials));
  }

  /** Repeats an assertion until it holds, for at most half a minute. */
  protected static void eventually(Runnable assertion) {
    Instant deadline = Instant.now().plusSeconds(30);
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError notYet) {
        if (Instant.now().isAfter(deadline)) {
          throw notYet;
        }
        LockSupport.parkNanos(100_000_000);
      }
    }
  }
}

package org.absentia.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.absentia.suite.world.Scale;

/**
 * Waits until everything that was pushed has come out at the other end, by what the services
 * themselves say of it.
 */
final class Arrival {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Calls calls;
  private final Trial trial;
  private final Scale scale;
  private final Story story;

  Arrival(Calls calls, Trial trial, Scale scale, Story story) {
    this.calls = calls;
    this.trial = trial;
    this.scale = scale;
    this.story = story;
  }

  /** How things stand at one moment. */
  private record Standing(long payments, JsonNode released, JsonNode derived, JsonNode collected) {

    boolean arrived(long paymentsSent, Scale scale, int contacts, int lists) {
      return payments >= paymentsSent
          && released.path("unpublished").asLong(-1) == 0
          && derived.path("unpublished").asLong(-1) == 0
          && derived.path("pending").asLong(-1) == 0
          && derived.path("recordVersions").asLong(-1) == released.path("recordVersions").asLong(-2)
          && derived.path("participants").asInt() == scale.enrolled()
          && derived.path("complete").asInt() == scale.analysed()
          && derived.path("withdrawn").asInt() == scale.withdrawn().total()
          && collected.path("participants").asInt() == scale.enrolled()
          && collected.path("withdrawn").asInt() == scale.withdrawn().total()
          && collected.path("outcomesComplete").asInt() == scale.analysed()
          && collected.path("outcomesAwaited").asInt(-1) == 0
          && collected.path("baselines").asInt() == scale.enrolled()
          && collected.path("contacts").asInt() >= contacts
          && collected.path("candidateLists").asInt() >= lists;
    }
  }

  /**
   * Wait, or fail with the counts that do not fit.
   *
   * @param paymentsSent payments and annulments put on the topic, all of them versions of sick pay
   */
  void await(long paymentsSent, int contacts, int lists) {
    Standing[] last = new Standing[1];
    boolean arrived =
        Waiting.until(
            LONGEST,
            () -> {
              last[0] = standing();
              story.progress(false, "%s", described(last[0], paymentsSent));
              return last[0].arrived(paymentsSent, scale, contacts, lists);
            });
    story.line("%s", described(last[0], paymentsSent));
    if (!arrived) {
      throw new DemoFailure(
          "not everything arrived within %d s: released %s, derived %s, collected %s"
              .formatted(
                  LONGEST.toSeconds(), last[0].released(), last[0].derived(), last[0].collected()));
    }
  }

  private Standing standing() {
    return new Standing(
        payments(),
        counts(Service.REGISTRY_INGEST, Roles.OPERATOR, trial.path("releases")),
        counts(Service.OUTCOME_SERVICE, Roles.OPERATOR, trial.path("completeness")),
        counts(Service.ANALYSIS_SERVICE, Roles.OPERATOR, trial.path("completeness")));
  }

  private long payments() {
    JsonNode counts = counts(Service.REGISTRY_INGEST, Roles.OPERATOR, "/record-counts");
    return counts.path("recordVersions").path("SICK_PAY").asLong();
  }

  private JsonNode counts(Service service, String role, String path) {
    return calls.get(service, role, path).expecting(200);
  }

  private static String described(Standing s, long paymentsSent) {
    return "payments %d of %d; released %d versions; outcomes %d complete, %d withdrawn of %d; collected %d"
        .formatted(
            s.payments(),
            paymentsSent,
            s.released().path("recordVersions").asLong(),
            s.derived().path("complete").asInt(),
            s.derived().path("withdrawn").asInt(),
            s.derived().path("participants").asInt(),
            s.collected().path("outcomesComplete").asInt());
  }
}

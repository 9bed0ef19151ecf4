package org.absentia.randomisation.protocol;

import java.math.BigDecimal;
import java.util.List;
import org.absentia.platform.json.JsonReader;

/**
 * Checks the sections that other services act on ({@code screening}, {@code outcome}, {@code
 * analysis}), since a signed document with a fault in any of them cannot be mended later. Members
 * beyond the known ones are theirs to judge.
 */
final class PlanReader {
  private static final int WEEKS = 260;
  private static final int OLDEST = 120;
  private static final int PERCENT = 100;
  private static final int MOST_RESAMPLES = 1_000_000;
  static final String PERIOD = "P[1-9][0-9]{0,3}[DWMY]";

  private PlanReader() {}

  static void check(JsonReader in) {
    checkScreening(in.requiredObject("screening"));
    checkOutcome(in.requiredObject("outcome"));
    checkAnalysis(in.requiredObject("analysis"));
  }

  private static void checkScreening(JsonReader in) {
    Members.checkRange(in.requiredObject("weekOfSickLeave"), 1, WEEKS);
    Members.checkRange(in.requiredObject("age"), 0, OLDEST);
    BigDecimal grade = in.requiredDecimal("minimumGrade");
    if (Members.outside(grade, 0, PERCENT)) {
      in.fault("minimumGrade", "must lie between 0 and 100");
    }
    List<JsonReader> diagnoses = in.objects("diagnoses");
    if (diagnoses.isEmpty()) {
      in.fault("diagnoses", "names at least one system with chapters");
    }
    for (JsonReader diagnosis : diagnoses) {
      diagnosis.requiredText("system");
      Members.requiredTexts(diagnosis, "chapters");
    }
    in.bool("employed", true);
  }

  private static void checkOutcome(JsonReader in) {
    if (!in.has("definition")) {
      in.fault("definition", "is missing");
    } else if (!in.node().get("definition").isTextual()
        && !in.node().get("definition").isObject()) {
      in.fault("definition", "must be the name of a preset or a definition");
    }
  }

  private static void checkAnalysis(JsonReader in) {
    String window = in.requiredText("window");
    if (in.has("window") && !window.matches(PERIOD)) {
      in.fault("window", "must be an ISO 8601 period with one unit, such as P6M");
    }
    in.bool("stratified", false);
    in.texts("sensitivity");
    int resamples = in.integer("resamples").orElse(1);
    if (resamples < 1 || resamples > MOST_RESAMPLES) {
      in.fault("resamples", "must lie between 1 and 1000000");
    }
  }
}

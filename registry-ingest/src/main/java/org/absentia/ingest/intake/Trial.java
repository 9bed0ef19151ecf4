package org.absentia.ingest.intake;

import java.time.Instant;
import java.util.Map;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.screening.Criteria;
import org.absentia.ingest.screening.Recruitment;

/**
 * A trial as far as this service must know it.
 *
 * @param protocol JSON object with the sections recruitment and screening
 */
public record Trial(String trialId, int version, Instant openedAt, String protocol) {
  /** Where and when candidates are looked for. */
  public Recruitment recruitment(Faults faults) {
    return Recruitment.read(section("recruitment"), faults);
  }

  /** Whom the trial looks for. */
  public Criteria criteria(Faults faults) {
    return Criteria.read(section("screening"), faults);
  }

  private Object section(String name) {
    Object section = JsonTree.ofStored(protocol).get(name);
    return section == null ? Map.of() : section;
  }
}

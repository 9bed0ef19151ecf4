package org.absentia.bench.outcome;

import java.time.LocalDate;
import java.util.List;
import org.absentia.outcome.record.RegistryRecord;

/**
 * One participant as the outcome service holds them in memory.
 *
 * @param versions every version of every record, in the order of arrival
 */
public record Person(int number, LocalDate indexDate, List<RegistryRecord> versions) {
  public Person {
    versions = List.copyOf(versions);
  }
}

package org.absentia.randomisation.contingency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A pack of sealed slots, which no allocation of the running system takes any more.
 *
 * @param file the text that opens offline, slot by slot
 */
public record ContingencyPack(
    UUID id,
    String trialId,
    List<Range> ranges,
    String file,
    Instant madeAt,
    Optional<Instant> keyShownAt,
    Optional<Instant> returnedAt) {
  /** The slots of one stratum in the pack; none where the design had none left. */
  public record Range(String stratum, int fromSlot, int slots) {
    boolean holds(String otherStratum, int slot) {
      return stratum.equals(otherStratum) && slot >= fromSlot && slot < fromSlot + slots;
    }
  }

  public ContingencyPack {
    ranges = List.copyOf(ranges);
  }

  boolean holds(String stratum, int slot) {
    return ranges.stream().anyMatch(range -> range.holds(stratum, slot));
  }
}

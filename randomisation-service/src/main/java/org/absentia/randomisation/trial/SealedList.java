package org.absentia.randomisation.trial;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.scheme.Hash;

/**
 * A list that a statistician imported for a trial that is not open yet; the rows rest sealed.
 *
 * @param listId what the second person approves
 * @param merkleRoot over the rows, under the key that the trial will have
 * @param rows how many there are in all strata
 */
public record SealedList(
    String trialId,
    UUID listId,
    Hash merkleRoot,
    int rows,
    String importedBy,
    Instant importedAt,
    Optional<Approval> approval) {
  /** The second person, who let the trial open with this list. */
  public record Approval(String approvedBy, Instant approvedAt) {}
}

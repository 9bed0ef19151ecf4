package org.absentia.randomisation.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.absentia.randomisation.scheme.Hash;

/**
 * That a participant was erased, in words that hold nothing of the person.
 *
 * @param randomised whether other services had heard of the participant
 * @param removed kinds of data that were removed here
 * @param logSeq number of the entry ERASED in the trial's log
 */
public record Erasure(
    UUID certificateId,
    UUID participantId,
    String trialId,
    LocalDate withdrawnOn,
    boolean randomised,
    List<String> removed,
    long logSeq,
    Hash logHash,
    Instant erasedAt) {
  /** The word of another service that it erased the participant, too. */
  public record Confirmation(String service, Instant confirmedAt) {}

  public Erasure {
    removed = List.copyOf(removed);
  }
}

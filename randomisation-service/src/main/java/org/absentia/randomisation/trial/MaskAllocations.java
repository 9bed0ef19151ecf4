package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.LogEvent;

/**
 * Labels every randomised participant of a locked dataset with a letter that stands for the arm,
 * under a permutation drawn once for that dataset.
 */
@ApplicationScoped
public class MaskAllocations {
  /** What came of the request. */
  public sealed interface Result {}

  /** The dataset has its labels. */
  public record Masked() implements Result {}

  /** Labels drawn while slots are still taken would help to foresee them. */
  public record RecruitmentNotOver() implements Result {}

  private final Allocations allocations;
  private final Maskings maskings;
  private final TrialLog log;
  private final SecureRandom random;
  private final Clock clock;
  private final Changes changes;

  MaskAllocations(
      Allocations allocations,
      Maskings maskings,
      TrialLog log,
      SecureRandom random,
      Clock clock,
      Changes changes) {
    this.allocations = allocations;
    this.maskings = maskings;
    this.log = log;
    this.random = random;
    this.clock = clock;
    this.changes = changes;
  }

  /** Masks a dataset; one that was masked before keeps its labels. */
  @Transactional
  public Result mask(Trial trial, String datasetId) {
    maskings.reserve(datasetId);
    if (maskings.exists(datasetId)) {
      return new Masked();
    }
    if (!trial.protocol().recruitment().endedBefore(LocalDate.now(clock))) {
      return new RecruitmentNotOver();
    }
    log.lock(trial.id());
    List<Allocation> taken = allocations.all(trial.id());
    List<Integer> permutation =
        new ArrayList<>(IntStream.range(0, trial.protocol().arms().size()).boxed().toList());
    Collections.shuffle(permutation, random);
    Instant now = clock.instant();
    List<MaskedLabel> labels =
        taken.stream()
            .map(
                allocation ->
                    new MaskedLabel(
                        Ids.next(),
                        datasetId,
                        trial.id(),
                        allocation.participantId(),
                        letter(permutation.get(allocation.arm())),
                        taken.size(),
                        now))
            .toList();
    maskings.add(datasetId, trial.id(), permutation, now, labels);
    log.append(trial.id(), List.of(new LogEvent.DataLocked(datasetId, taken.size())), now);
    changes.announce();
    return new Masked();
  }

  private static String letter(int number) {
    return String.valueOf((char) ('A' + number));
  }
}

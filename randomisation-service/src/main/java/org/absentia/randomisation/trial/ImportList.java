package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.SlotArms;
import org.absentia.randomisation.scheme.TrialKey;

/**
 * Takes a statistician's own list for a trial that was announced, and opens the trial once a second
 * person approved it. The root over the rows is computed while they pass, so that nothing needs to
 * open them again but the taking of their slots.
 */
@ApplicationScoped
public class ImportList {
  /** What came of the request. */
  public sealed interface Result {}

  /** The list waits for a second person. */
  public record Imported(SealedList list) implements Result {}

  /** The second person approved the list, and the trial is open. */
  public record Opened(Trial trial) implements Result {}

  /** Nobody approves what he or she imported. */
  public record SamePerson() implements Result {}

  /** Another list took the place of this one, or there is none. */
  public record AnotherList() implements Result {}

  /** No trial waits for a list under this name. */
  public record NotAwaited() implements Result {}

  private final AnnouncedTrials announced;
  private final Trials trials;
  private final ImportedLists lists;
  private final OpenTrial openTrial;
  private final TrialLog log;
  private final Clock clock;

  ImportList(
      AnnouncedTrials announced,
      Trials trials,
      ImportedLists lists,
      OpenTrial openTrial,
      TrialLog log,
      Clock clock) {
    this.announced = announced;
    this.trials = trials;
    this.lists = lists;
    this.openTrial = openTrial;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Seals a whole list; a second one takes the place of the first until it is approved.
   *
   * @param rows the arm of each slot, as its number in the design, by stratum, none missing
   */
  @Transactional
  public Result load(String trialId, Map<String, List<Integer>> rows, String importedBy) {
    trials.reserve(trialId);
    Optional<AnnouncedTrial> waiting = awaited(trialId);
    if (waiting.isEmpty()) {
      return new NotAwaited();
    }
    SealedList list =
        new SealedList(
            trialId,
            Ids.next(),
            root(waiting.orElseThrow(), rows),
            rows.values().stream().mapToInt(List::size).sum(),
            importedBy,
            now(),
            Optional.empty());
    lists.put(list, rows);
    return new Imported(list);
  }

  /** Opens the trial with the list, if the second person is another one. */
  @Transactional
  public Result approve(String trialId, UUID listId, String approvedBy) {
    trials.reserve(trialId);
    Optional<AnnouncedTrial> waiting = awaited(trialId);
    if (waiting.isEmpty()) {
      return new NotAwaited();
    }
    Optional<SealedList> found = lists.find(trialId).filter(list -> list.listId().equals(listId));
    if (found.isEmpty()) {
      return new AnotherList();
    }
    SealedList list = found.orElseThrow();
    if (list.importedBy().equals(approvedBy)) {
      return new SamePerson();
    }
    return open(waiting.orElseThrow(), list, approvedBy);
  }

  private Result open(AnnouncedTrial waiting, SealedList list, String approvedBy) {
    Instant now = now();
    lists.approve(list.trialId(), new SealedList.Approval(approvedBy, now));
    announced.remove(list.trialId());
    Trial trial = openTrial.withList(waiting, list.merkleRoot());
    log.append(
        trial.id(), List.of(new LogEvent.ListImported(list.listId().toString(), list.rows())), now);
    return new Opened(trial);
  }

  private Optional<AnnouncedTrial> awaited(String trialId) {
    return announced
        .find(trialId)
        .filter(trial -> trial.protocol().design().scheme() instanceof ImportedList);
  }

  private static Hash root(AnnouncedTrial waiting, Map<String, List<Integer>> rows) {
    Design design = waiting.protocol().design();
    SlotArms arms =
        (stratum, slot) -> OptionalInt.of(rows.getOrDefault(stratum, List.of()).get(slot));
    return new Concealment(design, TrialKey.ofSingleShare(waiting.share(), design.canonical()))
        .merkleRoot(arms)
        .orElseThrow();
  }

  private Instant now() {
    return clock.instant();
  }
}

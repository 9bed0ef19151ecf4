package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.Heads;
import org.absentia.randomisation.trial.ImportedLists;
import org.absentia.randomisation.trial.Maskings;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.SignHead;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialSecrets;
import org.absentia.randomisation.trial.Trials;

/** Opens a trial's secrets to whoever verifies, once two persons agreed to it. */
@ApplicationScoped
public class ExportBundle {
  private static final int PAGE = 1000;

  /** What came of the request. */
  public sealed interface Result {}

  /**
   * Everything beside the log, which is read in pages up to the count of the last head.
   *
   * @param heads those kept day by day, and one of now
   * @param list arm of each row of an imported list by stratum; empty for every other method
   * @param personalSalts by participant; those of erased persons are gone
   * @param analysis arm of each participant as the locked dataset had it, by label; without erased
   *     persons
   */
  public record Opened(
      Trial trial,
      TrialSecrets secrets,
      List<SignedHead> heads,
      Map<String, List<String>> list,
      Map<UUID, Secret> personalSalts,
      Map<UUID, String> analysis)
      implements Result {
    public Opened {
      heads = List.copyOf(heads);
    }

    /** Returns the number of entries that the last head covers. */
    public long count() {
      return heads.getLast().count();
    }
  }

  /** Nobody proposed it, or nobody approved. */
  public record NotApproved() implements Result {}

  private final Proposals proposals;
  private final Trials trials;
  private final Participants participants;
  private final Maskings maskings;
  private final Heads heads;
  private final ImportedLists lists;
  private final SignHead signHead;

  ExportBundle(
      Proposals proposals,
      Trials trials,
      Participants participants,
      Maskings maskings,
      Heads heads,
      ImportedLists lists,
      SignHead signHead) {
    this.proposals = proposals;
    this.trials = trials;
    this.participants = participants;
    this.maskings = maskings;
    this.heads = heads;
    this.lists = lists;
    this.signHead = signHead;
  }

  @Transactional
  public Result export(Trial trial) {
    if (!proposals.approved(trial.id(), Action.Kind.OPEN_BUNDLE)) {
      return new NotApproved();
    }
    TrialSecrets secrets = trials.secrets(trial.id());
    Map<UUID, Secret> salts = salts(trial);
    return new Opened(trial, secrets, heads(trial), list(trial), salts, analysis(trial, salts));
  }

  private List<SignedHead> heads(Trial trial) {
    // the kept ones first: the log may grow in between, and no head may lie beyond the last
    List<SignedHead> all = new ArrayList<>(heads.of(trial.id()));
    all.add(signHead.sign(trial));
    return all;
  }

  private Map<String, List<String>> list(Trial trial) {
    Map<String, List<String>> list = new LinkedHashMap<>();
    List<String> arms = trial.protocol().design().arms();
    if (trial.protocol().design().scheme() instanceof ImportedList) {
      lists
          .openAll(trial.id())
          .forEach((stratum, rows) -> list.put(stratum, rows.stream().map(arms::get).toList()));
    }
    return list;
  }

  private Map<UUID, Secret> salts(Trial trial) {
    Map<UUID, Secret> salts = new LinkedHashMap<>();
    Optional<UUID> after = Optional.empty();
    List<Participant> page;
    do {
      page = participants.page(trial, after, PAGE);
      page.forEach(
          participant ->
              participant
                  .personal()
                  .ifPresent(personal -> salts.put(participant.id(), personal.salt())));
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (page.size() == PAGE);
    return salts;
  }

  private Map<UUID, String> analysis(Trial trial, Map<UUID, Secret> salts) {
    Map<UUID, String> analysis = new LinkedHashMap<>();
    maskings
        .lastOf(trial.id())
        .ifPresent(
            masking ->
                maskings
                    .labels(masking.datasetId())
                    .forEach(
                        (participant, label) -> {
                          if (salts.containsKey(participant)) {
                            analysis.put(
                                participant,
                                trial.protocol().arms().get(masking.arm(label)).name());
                          }
                        }));
    return analysis;
  }
}

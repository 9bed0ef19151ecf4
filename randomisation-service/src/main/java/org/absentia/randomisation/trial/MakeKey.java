package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.KeyMode;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.TrialKey;

/** Lets the statistician commit to a share, and later show it, which opens the trial. */
@ApplicationScoped
public class MakeKey {
  /** What came of the request. */
  public sealed interface Result {}

  /** The commitment stands. */
  public record Committed(AnnouncedTrial trial) implements Result {}

  /** The key is made and the trial open. */
  public record Opened(Trial trial) implements Result {}

  /** Another commitment stands. */
  public record CommittedOtherwise() implements Result {}

  /** No commitment was published before the share was shown. */
  public record NotCommitted() implements Result {}

  /** The share is not the one that was committed to. */
  public record ShareDiffers() implements Result {}

  /** The trial is open already, or was never announced. */
  public record NotAwaited() implements Result {}

  private final AnnouncedTrials announced;
  private final Trials trials;
  private final OpenTrial openTrial;

  MakeKey(AnnouncedTrials announced, Trials trials, OpenTrial openTrial) {
    this.announced = announced;
    this.trials = trials;
    this.openTrial = openTrial;
  }

  @Transactional
  public Result commit(String trialId, Hash commitment) {
    trials.reserve(trialId);
    Optional<AnnouncedTrial> found = awaited(trialId);
    if (found.isEmpty()) {
      return new NotAwaited();
    }
    Optional<Hash> standing = found.orElseThrow().statisticianCommitment();
    if (standing.isPresent() && !standing.orElseThrow().equals(commitment)) {
      return new CommittedOtherwise();
    }
    announced.commit(trialId, commitment);
    return new Committed(announced.find(trialId).orElseThrow());
  }

  /**
   * Derives the key from both shares and the beacon.
   *
   * @param beacon the public value that the protocol named in advance
   */
  @Transactional
  public Result show(String trialId, Secret share, Secret salt, String beacon) {
    trials.reserve(trialId);
    Optional<AnnouncedTrial> found = awaited(trialId);
    if (found.isEmpty()) {
      return new NotAwaited();
    }
    AnnouncedTrial waiting = found.orElseThrow();
    if (waiting.statisticianCommitment().isEmpty()) {
      return new NotCommitted();
    }
    if (!TrialKey.shareCommitment(share, salt)
        .equals(waiting.statisticianCommitment().orElseThrow())) {
      return new ShareDiffers();
    }
    announced.remove(trialId);
    return new Opened(openTrial.withBoth(waiting, share, salt, beacon));
  }

  private Optional<AnnouncedTrial> awaited(String trialId) {
    return announced
        .find(trialId)
        .filter(trial -> trial.protocol().keyMaking().mode() == KeyMode.TWO_SHARES);
  }
}

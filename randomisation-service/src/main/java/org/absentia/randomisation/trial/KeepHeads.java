package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.absentia.randomisation.allocation.HeadKey;

/** Signs the head of every log once a day, for a place where nobody here can change it. */
@ApplicationScoped
public class KeepHeads {
  private final Trials trials;
  private final TrialLog log;
  private final Heads heads;
  private final Clock clock;

  KeepHeads(Trials trials, TrialLog log, Heads heads, Clock clock) {
    this.trials = trials;
    this.log = log;
    this.heads = heads;
    this.clock = clock;
  }

  /** Signs what was not signed today. */
  @Transactional
  public void signToday() {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (Trial trial : trials.all()) {
      if (!heads.has(trial.id(), today)) {
        HeadKey key = new HeadKey(trials.secrets(trial.id()).headSeed());
        heads.add(new Heads.Kept(trial.id(), today, key.sign(log.tip(trial.id()), now)));
      }
    }
  }

  @Transactional
  public List<Heads.Kept> unsent(int limit) {
    return heads.unsent(limit);
  }

  @Transactional
  public void sent(Heads.Kept kept) {
    heads.markSent(kept, clock.instant());
  }
}

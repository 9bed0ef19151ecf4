package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Signs the head of every log once a day, for a place where nobody here can change it. */
@ApplicationScoped
public class KeepHeads {
  private final Trials trials;
  private final SignHead signHead;
  private final Heads heads;
  private final Clock clock;

  KeepHeads(Trials trials, SignHead signHead, Heads heads, Clock clock) {
    this.trials = trials;
    this.signHead = signHead;
    this.heads = heads;
    this.clock = clock;
  }

  /** Signs what was not signed today. */
  @Transactional
  public void signToday() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (Trial trial : trials.all()) {
      if (!heads.has(trial.id(), today)) {
        heads.add(new Heads.Kept(trial.id(), today, signHead.sign(trial)));
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

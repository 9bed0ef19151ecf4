package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.contingency.ContingencyPacks;
import org.absentia.randomisation.contingency.MakePack;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.scheme.WeightedEpochs;
import org.absentia.randomisation.trial.Trial;

/** Makes a pack of sealed next slots, one at a time. */
@ApplicationScoped
class ContingencyPackPerformer implements Performer {
  private static final int MOST_SLOTS = 100;

  private final MakePack makePack;
  private final ContingencyPacks packs;
  private final Proposals proposals;

  ContingencyPackPerformer(MakePack makePack, ContingencyPacks packs, Proposals proposals) {
    this.makePack = makePack;
    this.packs = packs;
    this.proposals = proposals;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.CONTINGENCY_PACK;
  }

  @Override
  public void lock(Trial trial, Action action) {
    makePack.lock(trial);
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    List<Refusal> refusals = new ArrayList<>();
    int slots = ((Action.ContingencyPack) action).slots();
    if (slots < 1 || slots > MOST_SLOTS) {
      refusals.add(new Refusal("slots", "must lie between 1 and 100"));
    }
    if (!derived(trial.protocol().design().scheme())) {
      refusals.add(new Refusal("action", "the arms of this method are not known in advance"));
    }
    if (packs.anyOut(trial.id())) {
      refusals.add(new Refusal("action", "another pack has not been returned"));
    }
    if (proposals.approved(trial.id(), Action.Kind.OPEN_BUNDLE)) {
      refusals.add(
          new Refusal("action", "the trial's key was opened, so that no slot is given away"));
    }
    return refusals;
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    int slots = ((Action.ContingencyPack) proposal.action()).slots();
    return makePack.make(trial, proposal.id(), slots, at);
  }

  private static boolean derived(Scheme scheme) {
    return switch (scheme) {
      case SequenceScheme inOrder -> true;
      case WeightedEpochs inOrder -> true;
      case Minimisation arrivals -> false;
      case ImportedList rows -> false;
    };
  }
}

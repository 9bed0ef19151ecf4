package org.absentia.randomisation.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The proposals of all trials. */
public interface Proposals {
  void add(Proposal proposal);

  /** Finds a proposal of the trial and holds it until the transaction ends. */
  Optional<Proposal> lock(String trialId, UUID id);

  List<Proposal> ofTrial(String trialId);

  /** Tells whether an action of this kind was approved in the trial. */
  boolean approved(String trialId, Action.Kind kind);

  void decide(UUID id, Proposal.Decision decision);
}

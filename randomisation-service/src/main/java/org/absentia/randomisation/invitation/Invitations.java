package org.absentia.randomisation.invitation;

import java.util.Optional;
import org.absentia.randomisation.scheme.Design;

/** The first stages of trials and the offers drawn. */
public interface Invitations {
  void add(InvitationScheme scheme, Design design);

  Optional<InvitationScheme> scheme(String trialId);

  /** Makes others who draw for this candidate wait until the transaction ends. */
  void reserve(String trialId, String candidateId);

  /** Finds a draw; one whose candidate was erased is not found. */
  Optional<Invitation> find(String trialId, String candidateId);

  /** Tells whether an offer was drawn, also for a candidate who was erased. */
  boolean drawn(String trialId, String candidateId);

  /** Holds the stratum until the transaction ends and returns its next slot. */
  int lockNextSlot(String trialId, String stratum);

  /** Adds a draw and moves its stratum on by one slot. */
  void add(Invitation invitation);
}

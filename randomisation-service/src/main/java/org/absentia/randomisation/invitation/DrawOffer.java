package org.absentia.randomisation.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.DrawArm;
import org.absentia.randomisation.trial.ListedCandidates;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.absentia.randomisation.trial.Trials;

/** Draws which offer a listed candidate is sent, once, whatever is asked at the same time. */
@ApplicationScoped
public class DrawOffer {
  /** What came of the request. */
  public sealed interface Result {}

  /** Drawn now. */
  public record Drawn(Invitation invitation) implements Result {}

  /** Drawn before. */
  public record DrawnBefore(Invitation invitation) implements Result {}

  /** The trial has no first stage. */
  public record OneStage() implements Result {}

  /** No list of the trial that came here names the candidate. */
  public record NotListed() implements Result {}

  /** The candidate was erased after a draw. */
  public record Erased() implements Result {}

  /** The design has no slot left in the stratum. */
  public record NoSlotLeft() implements Result {}

  private final Trials trials;
  private final ListedCandidates listed;
  private final Invitations invitations;
  private final DrawArm drawArm;
  private final TrialLog log;
  private final SecureRandom random;
  private final Clock clock;

  DrawOffer(
      Trials trials,
      ListedCandidates listed,
      Invitations invitations,
      DrawArm drawArm,
      TrialLog log,
      SecureRandom random,
      Clock clock) {
    this.trials = trials;
    this.listed = listed;
    this.invitations = invitations;
    this.drawArm = drawArm;
    this.log = log;
    this.random = random;
    this.clock = clock;
  }

  @Transactional
  public Result draw(Trial trial, String candidateId) {
    Optional<Design> design = trial.protocol().invitation();
    if (design.isEmpty()) {
      return new OneStage();
    }
    Optional<String> office = listed.office(trial.id(), candidateId);
    if (office.isEmpty()) {
      return new NotListed();
    }
    invitations.reserve(trial.id(), candidateId);
    Optional<Invitation> known = invitations.find(trial.id(), candidateId);
    if (known.isPresent()) {
      return new DrawnBefore(known.orElseThrow());
    }
    return invitations.drawn(trial.id(), candidateId)
        ? new Erased()
        : draw(trial, design.orElseThrow(), candidateId, office.orElseThrow());
  }

  private Result draw(Trial trial, Design design, String candidateId, String office) {
    String stratum = design.strata().contains(office) ? office : design.strata().getFirst();
    int slot = invitations.lockNextSlot(trial.id(), stratum);
    log.lock(trial.id());
    if (slot >= design.slotsPerStratum().orElse(0)) {
      return new NoSlotLeft();
    }
    Concealment concealment = trials.secrets(trial.id()).concealing(design, trial.beacon());
    int offer = drawArm.draw(concealment, stratum, slot);
    Hash leaf = concealment.leaf(stratum, slot, offer);
    Secret salt = Secret.draw(random);
    Instant now = clock.instant();
    Invitation invitation =
        new Invitation(Ids.next(), trial.id(), candidateId, stratum, slot, offer, leaf, salt, now);
    invitations.add(invitation);
    log.append(
        trial.id(),
        List.of(new LogEvent.OfferDrawn(Pseudonym.of(salt, candidateId), stratum, slot, leaf)),
        now);
    return new Drawn(invitation);
  }
}

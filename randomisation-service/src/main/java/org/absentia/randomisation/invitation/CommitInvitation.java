package org.absentia.randomisation.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.trial.OpeningStep;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.absentia.randomisation.trial.TrialSecrets;

/** Commits to the invitations of a trial of two stages, in its log and for everybody to see. */
@ApplicationScoped
class CommitInvitation implements OpeningStep {
  private final Invitations invitations;
  private final TrialLog log;

  CommitInvitation(Invitations invitations, TrialLog log) {
    this.invitations = invitations;
    this.log = log;
  }

  @Override
  public void opened(Trial trial, TrialSecrets secrets) {
    trial.protocol().invitation().ifPresent(design -> commit(trial, secrets, design));
  }

  private void commit(Trial trial, TrialSecrets secrets, Design design) {
    Concealment concealment = secrets.concealing(design, trial.beacon());
    InvitationScheme scheme =
        new InvitationScheme(
            trial.id(),
            concealment.commitment(secrets.salt()),
            concealment.merkleRoot().orElseThrow());
    invitations.add(scheme, design);
    log.append(
        trial.id(),
        List.of(
            new LogEvent.InvitationCommitted(
                design.version(), scheme.commitment(), scheme.merkleRoot())),
        trial.openedAt());
  }
}

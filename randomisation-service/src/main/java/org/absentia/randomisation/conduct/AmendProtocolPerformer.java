package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.Performer;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.trial.Trial;

/** Puts an approved version of a protocol in force. */
@ApplicationScoped
class AmendProtocolPerformer implements Performer {
  private final ProtocolVersions versions;

  AmendProtocolPerformer(ProtocolVersions versions) {
    this.versions = versions;
  }

  @Override
  public Action.Kind kind() {
    return Action.Kind.AMEND_PROTOCOL;
  }

  @Override
  public List<Refusal> refusals(Trial trial, Action action) {
    Action.AmendProtocol amend = (Action.AmendProtocol) action;
    Optional<ProtocolVersion> found = versions.find(trial.id(), amend.documentId());
    if (found.isEmpty()) {
      return List.of(new Refusal("documentId", "the trial has no such version"));
    }
    return found.orElseThrow().amends() == standing(trial)
        ? List.of()
        : List.of(new Refusal("documentId", "another version came into force since"));
  }

  @Override
  public List<LogEvent> perform(Trial trial, Proposal proposal, Instant at) {
    Action.AmendProtocol amend = (Action.AmendProtocol) proposal.action();
    ProtocolVersion version = versions.find(trial.id(), amend.documentId()).orElseThrow();
    int number = version.amends() + 1;
    versions.putInForce(
        version.id(),
        new ProtocolVersion.InForce(
            number, proposal.id(), at, outcomeSince(trial, version.protocol(), at)));
    return List.of(new LogEvent.ProtocolAmended(number, version.protocol().digest()));
  }

  // read under the lock of the log, unlike the trial's own version
  private int standing(Trial trial) {
    return newest(trial).map(ProtocolVersion.InForce::version).orElse(Trial.FIRST_VERSION);
  }

  private Instant outcomeSince(Trial trial, Protocol amended, Instant at) {
    if (!Committed.same(trial.protocol(), amended, "outcome")) {
      return at;
    }
    return newest(trial).map(ProtocolVersion.InForce::outcomeSince).orElse(trial.openedAt());
  }

  private Optional<ProtocolVersion.InForce> newest(Trial trial) {
    return versions.ofTrial(trial.id()).stream()
        .map(ProtocolVersion::inForce)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(ProtocolVersion.InForce::version));
  }
}

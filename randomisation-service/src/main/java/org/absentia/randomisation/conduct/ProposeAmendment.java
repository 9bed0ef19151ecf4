package org.absentia.randomisation.conduct;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.approval.Action;
import org.absentia.randomisation.approval.Proposal;
import org.absentia.randomisation.approval.ProposeAction;
import org.absentia.randomisation.protocol.Protocol;
import org.absentia.randomisation.trial.Trial;

/** Takes another version of a protocol, which comes into force when a second person approves. */
@ApplicationScoped
public class ProposeAmendment {
  /** What came of the request. */
  public sealed interface Result {}

  /** It waits for a second person, who decides on the proposal. */
  public record Proposed(ProtocolVersion version, Proposal proposal) implements Result {}

  /** It would change what stands for ever, or nothing at all. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  private final ProtocolVersions versions;
  private final ProposeAction proposeAction;
  private final Clock clock;

  ProposeAmendment(ProtocolVersions versions, ProposeAction proposeAction, Clock clock) {
    this.versions = versions;
    this.proposeAction = proposeAction;
    this.clock = clock;
  }

  @Transactional
  public Result propose(Trial trial, Protocol amended, String reason, String proposedBy) {
    List<Fault> faults =
        amended.digest().equals(trial.protocol().digest())
            ? List.of(new Fault("/protocol", "is the version in force"))
            : Committed.faults(trial.protocol(), amended);
    if (!faults.isEmpty()) {
      return new Refused(faults);
    }
    ProtocolVersion version =
        new ProtocolVersion(
            Ids.next(),
            trial.version(),
            amended,
            reason,
            proposedBy,
            clock.instant(),
            Optional.empty());
    versions.add(version);
    Action action = new Action.AmendProtocol(version.id(), amended.digest().hex());
    return switch (proposeAction.propose(trial, action, reason, proposedBy)) {
      case ProposeAction.Proposed proposed -> new Proposed(version, proposed.proposal());
      case ProposeAction.Refused refused ->
          new Refused(
              refused.refusals().stream()
                  .map(refusal -> new Fault("/protocol", refusal.detail()))
                  .toList());
    };
  }
}

package org.absentia.randomisation.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.trial.AllocateParticipants;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.RequestAllocation;
import org.absentia.randomisation.trial.ShowArm;
import org.absentia.randomisation.trial.Trial;

/**
 * Takes a slot for another system and answers the arm at once, where two persons allowed it. The
 * participant was enrolled here, and the stratum is still this service's own.
 */
@ApplicationScoped
public class AnswerExternal {
  /** What came of the request. */
  public sealed interface Result {}

  /** The arm; the look is logged. */
  public record Answered(ShowArm.Shown shown) implements Result {}

  /** Two persons have not agreed to it. */
  public record NotAllowed() implements Result {}

  /** The other system believes the participant to be of another stratum. */
  public record StratumDiffers() implements Result {}

  /** No slot was taken, for this reason. */
  public record NotAllocated(AllocateParticipants.Result reason) implements Result {}

  private final Proposals proposals;
  private final Participants participants;
  private final RequestAllocation requestAllocation;
  private final ShowArm showArm;

  AnswerExternal(
      Proposals proposals,
      Participants participants,
      RequestAllocation requestAllocation,
      ShowArm showArm) {
    this.proposals = proposals;
    this.participants = participants;
    this.requestAllocation = requestAllocation;
    this.showArm = showArm;
  }

  /**
   * Takes a slot, or finds the one that was taken by an earlier request of this kind.
   *
   * @param levels of the factors in order as the other system knows them; none to leave it open
   */
  public Result randomise(Trial trial, UUID participantId, List<String> levels, String subject) {
    if (!proposals.approved(trial.id(), Action.Kind.ALLOW_EXTERNAL)) {
      return new NotAllowed();
    }
    if (!levels.isEmpty() && differs(trial, participantId, String.join("/", levels))) {
      return new StratumDiffers();
    }
    AllocateParticipants.Result result =
        requestAllocation.request(trial, participantId, "external-" + participantId, subject);
    return switch (result) {
      case AllocateParticipants.Allocated now -> shown(trial, participantId, result);
      case AllocateParticipants.AllocatedBefore before -> shown(trial, participantId, result);
      case AllocateParticipants.Result refused -> new NotAllocated(refused);
    };
  }

  /** Shows the arm of a participant who has a slot. */
  @Transactional
  public Optional<ShowArm.Shown> find(Trial trial, UUID participantId) {
    return proposals.approved(trial.id(), Action.Kind.ALLOW_EXTERNAL)
            && showArm.show(trial, participantId) instanceof ShowArm.Shown shown
        ? Optional.of(shown)
        : Optional.empty();
  }

  private Result shown(Trial trial, UUID participantId, AllocateParticipants.Result result) {
    return showArm.show(trial, participantId) instanceof ShowArm.Shown shown
        ? new Answered(shown)
        : new NotAllocated(result);
  }

  private boolean differs(Trial trial, UUID participantId, String stratum) {
    return participants
        .find(trial, participantId)
        .flatMap(Participant::personal)
        .map(personal -> personal.assessed(trial.protocol()).stratum())
        .filter(
            computed ->
                computed instanceof Stratum.Determined known && !known.name().equals(stratum))
        .isPresent();
  }
}

package org.absentia.randomisation.trial;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.platform.problem.Fault;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.HeadKey;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.allocation.Receipt;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.protocol.Assessment;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Takes the next slot of the participant's stratum, for ever. Consent, stratum, eligibility and
 * slot enter the log in this order and in one transaction; the arm is derived here, sealed, and
 * leaves only through {@link ShowArm}.
 */
@ApplicationScoped
public class AllocateParticipant {
  private static final int RECEIPT_ID_BYTES = 16;

  /** What came of the request. */
  public sealed interface Result {}

  /** The slot was taken now. */
  public record Allocated(String receipt) implements Result {}

  /** The slot was taken before by the same request. */
  public record AllocatedBefore(String receipt) implements Result {}

  /** The participant got a slot by another request. */
  public record AlreadyAllocated() implements Result {}

  /** The idempotency key belongs to another participant's request. */
  public record KeyOfAnother() implements Result {}

  /** Answers are missing that can change the stratum. */
  public record Undetermined(List<String> instruments, List<Fault> missingItems)
      implements Result {}

  /** The participant withdrew before being randomised. */
  public record HasWithdrawn() implements Result {}

  /** Something that must hold before a slot is taken does not. */
  public record NotEligible(SlotCondition.Unmet unmet) implements Result {}

  /** The trial's design has no slot left in the stratum. */
  public record NoSlotLeft() implements Result {}

  /** The trial has no such participant. */
  public record Unknown() implements Result {}

  private final Trials trials;
  private final Participants participants;
  private final Allocations allocations;
  private final Epochs epochs;
  private final Baselines baselines;
  private final Withdrawals withdrawals;
  private final List<SlotCondition> conditions;
  private final TrialLog log;
  private final SecureRandom random;
  private final Clock clock;
  private final Changes changes;

  AllocateParticipant(
      Trials trials,
      Participants participants,
      Allocations allocations,
      Epochs epochs,
      Baselines baselines,
      Withdrawals withdrawals,
      @All List<SlotCondition> conditions,
      TrialLog log,
      SecureRandom random,
      Clock clock,
      Changes changes) {
    this.trials = trials;
    this.participants = participants;
    this.allocations = allocations;
    this.epochs = epochs;
    this.baselines = baselines;
    this.withdrawals = withdrawals;
    this.conditions = List.copyOf(conditions);
    this.log = log;
    this.random = random;
    this.clock = clock;
    this.changes = changes;
  }

  @Transactional
  public Result allocate(Trial trial, UUID participantId, String idempotencyKey) {
    Optional<Participant> found = participants.lock(trial, participantId);
    if (found.isEmpty()) {
      return new Unknown();
    }
    if (found.orElseThrow().personal().isEmpty()) {
      // the receipt was erased, too
      return new HasWithdrawn();
    }
    Optional<Result> before = before(trial, participantId, idempotencyKey);
    if (before.isPresent()) {
      return before.orElseThrow();
    }
    Participant.Personal personal = found.orElseThrow().personal().orElseThrow();
    if (!withdrawals.of(participantId).isEmpty()) {
      return new HasWithdrawn();
    }
    for (SlotCondition condition : conditions) {
      Optional<SlotCondition.Unmet> unmet = condition.unmet(trial, found.orElseThrow());
      if (unmet.isPresent()) {
        return new NotEligible(unmet.orElseThrow());
      }
    }
    Assessment assessment = Assessment.of(trial.protocol(), personal.answers());
    return switch (assessment.stratum()) {
      case Stratum.Undetermined open ->
          new Undetermined(open.instruments(), assessment.missingItems(open.instruments()));
      case Stratum.Determined stratum ->
          takeSlot(trial, found.orElseThrow(), assessment, stratum.name(), idempotencyKey);
    };
  }

  private Optional<Result> before(Trial trial, UUID participantId, String idempotencyKey) {
    Optional<Allocation> sameKey = allocations.ofKey(trial.id(), idempotencyKey);
    if (sameKey.isPresent()) {
      Allocation allocation = sameKey.orElseThrow();
      return Optional.of(
          allocation.participantId().equals(participantId)
              ? new AllocatedBefore(allocation.receipt())
              : new KeyOfAnother());
    }
    return allocations.ofParticipant(participantId).map(allocation -> new AlreadyAllocated());
  }

  private Result takeSlot(
      Trial trial,
      Participant participant,
      Assessment assessment,
      String stratum,
      String idempotencyKey) {
    int slot = allocations.lockNextSlot(trial.id(), stratum);
    log.lock(trial.id());
    // another participant's request may have used the key while this one waited
    if (allocations.ofKey(trial.id(), idempotencyKey).isPresent()) {
      return new KeyOfAnother();
    }
    if (slot >= trial.protocol().design().slotsPerStratum().orElse(Integer.MAX_VALUE)) {
      return new NoSlotLeft();
    }
    TrialSecrets secrets = trials.secrets(trial.id());
    Concealment concealment = new Concealment(trial.protocol().design(), secrets.key());
    int arm = concealment.arm(stratum, slot, epochs.of(trial.id(), stratum));
    Hash leaf = concealment.leaf(stratum, slot, arm);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ChainTip tip = log.append(trial.id(), events(participant, stratum, slot, leaf), now);
    Receipt receipt =
        new Receipt(
            receiptId(),
            participant.id().toString(),
            stratum,
            slot,
            leaf,
            new HeadKey(secrets.headSeed()).sign(tip, now));
    allocations.add(
        new Allocation(
            Ids.next(),
            participant.id(),
            trial.id(),
            allocations.count(trial.id()) + 1,
            stratum,
            slot,
            arm,
            idempotencyKey,
            receipt.toJson(),
            now));
    baselines.add(baseline(trial, participant, assessment, now));
    changes.announce();
    return new Allocated(receipt.toJson());
  }

  private static List<LogEvent> events(
      Participant participant, String stratum, int slot, Hash leaf) {
    Pseudonym pseudonym =
        Pseudonym.of(participant.personal().orElseThrow().salt(), participant.id().toString());
    return List.of(
        new LogEvent.ConsentGiven(pseudonym),
        new LogEvent.StratumLocked(pseudonym, stratum),
        new LogEvent.EligibilityLocked(pseudonym),
        new LogEvent.SlotTaken(pseudonym, stratum, slot, leaf));
  }

  private static Baseline baseline(
      Trial trial, Participant participant, Assessment assessment, Instant now) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    assessment
        .baseline(trial.protocol(), participant.personal().orElseThrow().answers())
        .forEach(
            (name, value) ->
                variables.put(name, value.isPresent() ? value.orElseThrow().plain() : null));
    return new Baseline(
        Ids.next(), participant.id(), trial.id(), Optional.of(CanonicalJson.write(variables)), now);
  }

  private String receiptId() {
    byte[] id = new byte[RECEIPT_ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}

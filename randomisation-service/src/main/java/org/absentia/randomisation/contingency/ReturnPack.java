package org.absentia.randomisation.contingency;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.protocol.Assessment;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Changes;
import org.absentia.randomisation.trial.Participant;
import org.absentia.randomisation.trial.Participants;
import org.absentia.randomisation.trial.SlotCondition;
import org.absentia.randomisation.trial.TakeSlots;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.TrialLog;
import org.absentia.randomisation.trial.Withdrawals;

/**
 * Reconciles a pack with the log: slots opened for somebody become allocations in their order,
 * those that nobody took are used up.
 */
@ApplicationScoped
public class ReturnPack {
  private static final String VOIDED = "contingency pack returned";

  /** A slot that was opened, and for whom. */
  public record Opened(String stratum, int slot, UUID participantId) {}

  /** A rule that an opened slot breaks, by its place in the request. */
  public record Fault(int place, String member, String detail) {}

  /** What came of the request. */
  public sealed interface Result {}

  /** The receipts of those allocated, in the order of the log; so many slots were voided. */
  public record Returned(List<String> receipts, int voided) implements Result {
    public Returned {
      receipts = List.copyOf(receipts);
    }
  }

  /** Nothing was changed. */
  public record Refused(List<Fault> faults) implements Result {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** It came back before. */
  public record ReturnedBefore() implements Result {}

  /** The trial has no such pack. */
  public record Unknown() implements Result {}

  private record Taken(Opened opened, TakeSlots.Ready ready) {}

  private final ContingencyPacks packs;
  private final Participants participants;
  private final Allocations allocations;
  private final Withdrawals withdrawals;
  private final List<SlotCondition> conditions;
  private final TakeSlots takeSlots;
  private final MakePack makePack;
  private final TrialLog log;
  private final Changes changes;
  private final Clock clock;

  ReturnPack(
      ContingencyPacks packs,
      Participants participants,
      Allocations allocations,
      Withdrawals withdrawals,
      @All List<SlotCondition> conditions,
      TakeSlots takeSlots,
      MakePack makePack,
      TrialLog log,
      Changes changes,
      Clock clock) {
    this.packs = packs;
    this.participants = participants;
    this.allocations = allocations;
    this.withdrawals = withdrawals;
    this.conditions = List.copyOf(conditions);
    this.takeSlots = takeSlots;
    this.makePack = makePack;
    this.log = log;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  public Result bringBack(Trial trial, UUID id, List<Opened> opened) {
    Optional<ContingencyPack> found = packs.lock(trial.id(), id);
    if (found.isEmpty()) {
      return new Unknown();
    }
    ContingencyPack pack = found.orElseThrow();
    if (pack.returnedAt().isPresent()) {
      return new ReturnedBefore();
    }
    Map<UUID, Participant> _ =
        participants.lock(trial, opened.stream().map(Opened::participantId).toList());
    makePack.lock(trial);
    ChainTip tip = log.lockTip(trial.id());
    List<Fault> faults = new ArrayList<>();
    Map<String, Taken> taken = taken(trial, pack, opened, faults);
    return faults.isEmpty() ? reconcile(trial, pack, tip, taken) : new Refused(faults);
  }

  private Map<String, Taken> taken(
      Trial trial, ContingencyPack pack, List<Opened> opened, List<Fault> faults) {
    Map<String, Taken> taken = new TreeMap<>();
    Set<UUID> persons = new HashSet<>();
    for (int place = 0; place < opened.size(); place++) {
      Opened one = opened.get(place);
      if (!pack.holds(one.stratum(), one.slot())) {
        faults.add(new Fault(place, "slot", "is not in the pack"));
      }
      if (!persons.add(one.participantId())) {
        faults.add(new Fault(place, "participantId", "is named twice"));
      }
      Optional<Taken> fits = fitting(trial, one, place, faults);
      if (fits.isPresent()
          && taken.put(key(one.stratum(), one.slot()), fits.orElseThrow()) != null) {
        faults.add(new Fault(place, "slot", "is named twice"));
      }
    }
    return taken;
  }

  private Optional<Taken> fitting(Trial trial, Opened opened, int place, List<Fault> faults) {
    Optional<Participant> found =
        participants.find(trial, opened.participantId()).filter(one -> one.personal().isPresent());
    if (found.isEmpty()) {
      faults.add(new Fault(place, "participantId", "is no participant of this trial"));
      return Optional.empty();
    }
    if (allocations.ofParticipant(opened.participantId()).isPresent()) {
      faults.add(new Fault(place, "participantId", "has a slot already"));
    }
    if (!withdrawals.of(opened.participantId()).isEmpty()) {
      faults.add(new Fault(place, "participantId", "withdrew"));
    }
    for (SlotCondition condition : conditions) {
      condition
          .unmet(trial, List.of(found.orElseThrow()))
          .values()
          .forEach(unmet -> faults.add(new Fault(place, "participantId", unmet.detail())));
    }
    return inStratum(trial, opened, place, found.orElseThrow(), faults);
  }

  private static Optional<Taken> inStratum(
      Trial trial, Opened opened, int place, Participant participant, List<Fault> faults) {
    Assessment assessment = participant.personal().orElseThrow().assessed(trial.protocol());
    if (assessment.stratum() instanceof Stratum.Determined determined
        && determined.name().equals(opened.stratum())) {
      return Optional.of(
          new Taken(opened, new TakeSlots.Ready(participant, assessment, determined)));
    }
    faults.add(new Fault(place, "stratum", "is not the stratum of the participant's answers"));
    return Optional.empty();
  }

  private Returned reconcile(
      Trial trial, ContingencyPack pack, ChainTip tip, Map<String, Taken> taken) {
    Instant now = clock.instant();
    List<TakeSlots.Taking> takings = new ArrayList<>();
    List<LogEvent> voided = new ArrayList<>();
    for (ContingencyPack.Range range :
        pack.ranges().stream()
            .sorted(Comparator.comparing(ContingencyPack.Range::stratum))
            .toList()) {
      for (int slot = range.fromSlot(); slot < range.fromSlot() + range.slots(); slot++) {
        Optional<Taken> one = Optional.ofNullable(taken.get(key(range.stratum(), slot)));
        if (one.isPresent()) {
          takings.add(taking(pack, one.orElseThrow()));
        } else {
          voided.add(new LogEvent.SlotVoided(range.stratum(), slot, VOIDED));
        }
      }
    }
    Map<UUID, String> receipts = takeSlots.take(trial, tip, takings);
    log.append(trial.id(), voided, now);
    packs.markReturned(pack.id(), now);
    changes.announce();
    return new Returned(
        takings.stream()
            .map(taking -> Objects.requireNonNull(receipts.get(taking.participantId())))
            .toList(),
        voided.size());
  }

  private static TakeSlots.Taking taking(ContingencyPack pack, Taken taken) {
    Opened opened = taken.opened();
    return new TakeSlots.Taking(
        taken.ready(), opened.slot(), "contingency/" + pack.id() + "/" + opened.participantId());
  }

  private static String key(String stratum, int slot) {
    return stratum + "/" + slot;
  }
}

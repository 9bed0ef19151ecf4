package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.allocation.Receipt;
import org.absentia.randomisation.allocation.SignedHead;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.protocol.Assessment;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Minimisation;
import org.jspecify.annotations.Nullable;

/**
 * Takes slots for participants, for ever. Consent, stratum, eligibility and slot of each enter the
 * log in this order and all in one transaction; the arms are derived here, sealed, and leave only
 * through {@link ShowArm}.
 */
@ApplicationScoped
public class TakeSlots {
  private static final int RECEIPT_ID_BYTES = 16;

  private final Allocations allocations;
  private final Baselines baselines;
  private final KeysInUse keys;
  private final DrawArm drawArm;
  private final TrialLog log;
  private final SecureRandom random;
  private final Clock clock;

  TakeSlots(
      Allocations allocations,
      Baselines baselines,
      KeysInUse keys,
      DrawArm drawArm,
      TrialLog log,
      SecureRandom random,
      Clock clock) {
    this.allocations = allocations;
    this.baselines = baselines;
    this.keys = keys;
    this.drawArm = drawArm;
    this.log = log;
    this.random = random;
    this.clock = clock;
  }

  /** Someone who is locked, may be randomised and has a stratum. */
  public record Ready(Participant participant, Assessment assessment, Stratum.Determined found) {
    /** Returns the stratum whose slots are consumed. */
    String stratum(Design design) {
      return design.scheme() instanceof Minimisation ? Design.ALL_PARTICIPANTS : found.name();
    }

    /** Returns the levels that minimisation balances; the log says them for no other method. */
    Map<String, String> factors(Design design) {
      return design.scheme() instanceof Minimisation ? found.factors() : Map.of();
    }

    private Participant.Personal personal() {
      return participant.personal().orElseThrow();
    }
  }

  /** Who takes which slot of the stratum. */
  public record Taking(Ready ready, int slot, String idempotencyKey) {
    public UUID participantId() {
      return ready.participant().id();
    }
  }

  /** A slot whose arm is known here. */
  private record Drawn(Taking taking, String stratum, int arm, Hash leaf) {}

  /**
   * Takes the slots under the locks of participants, strata and log.
   *
   * @param tip where the log ends
   * @return the receipt of each participant
   */
  public Map<UUID, String> take(Trial trial, ChainTip tip, List<Taking> takings) {
    Map<UUID, String> receipts = new HashMap<>();
    // minimisation reads from the log who came before, so that each must stand there first
    boolean oneByOne = trial.protocol().design().scheme() instanceof Minimisation;
    List<List<Taking>> groups =
        oneByOne ? takings.stream().map(List::of).toList() : List.of(takings);
    ChainTip end = tip;
    for (List<Taking> group : groups) {
      if (!group.isEmpty()) {
        end = takeTogether(trial, end, group, receipts);
      }
    }
    return receipts;
  }

  private ChainTip takeTogether(
      Trial trial, ChainTip tip, List<Taking> takings, Map<UUID, String> receipts) {
    KeysInUse.Keys own = keys.of(trial);
    List<Drawn> drawn = takings.stream().map(taking -> draw(own.concealment(), taking)).toList();
    Instant now = clock.instant();
    List<ChainTip> tips =
        log.append(
            trial.id(),
            tip,
            drawn.stream().map(one -> events(trial.protocol().design(), one)).toList(),
            now);
    int before = allocations.count(trial.id());
    List<Allocation> taken = new ArrayList<>();
    for (Drawn one : drawn) {
      // its head ends with the entry of its slot, so that the log shows what the receipt says
      SignedHead head = own.headKey().sign(tips.get(taken.size()), now);
      String receipt = receipt(one, head).toJson();
      taken.add(allocation(trial, one, before + taken.size() + 1, receipt, now));
      receipts.put(one.taking().participantId(), receipt);
    }
    allocations.add(taken);
    baselines.add(takings.stream().map(taking -> baseline(trial, taking.ready(), now)).toList());
    return tips.getLast();
  }

  private Drawn draw(Concealment concealment, Taking taking) {
    Design design = concealment.design();
    String stratum = taking.ready().stratum(design);
    int arm = drawArm.draw(concealment, stratum, taking.slot(), taking.ready().factors(design));
    return new Drawn(taking, stratum, arm, concealment.leaf(stratum, taking.slot(), arm));
  }

  private Receipt receipt(Drawn drawn, SignedHead head) {
    return new Receipt(
        receiptId(),
        drawn.taking().participantId().toString(),
        drawn.stratum(),
        drawn.taking().slot(),
        drawn.leaf(),
        head);
  }

  private static Allocation allocation(
      Trial trial, Drawn drawn, int position, String receipt, Instant now) {
    return new Allocation(
        Ids.next(),
        drawn.taking().participantId(),
        trial.id(),
        position,
        drawn.stratum(),
        drawn.taking().slot(),
        drawn.arm(),
        drawn.taking().idempotencyKey(),
        receipt,
        now);
  }

  private static List<LogEvent> events(Design design, Drawn drawn) {
    Ready ready = drawn.taking().ready();
    Pseudonym pseudonym =
        Pseudonym.of(ready.personal().salt(), drawn.taking().participantId().toString());
    return List.of(
        new LogEvent.ConsentGiven(pseudonym),
        new LogEvent.StratumLocked(pseudonym, drawn.stratum(), ready.factors(design)),
        new LogEvent.EligibilityLocked(pseudonym),
        new LogEvent.SlotTaken(pseudonym, drawn.stratum(), drawn.taking().slot(), drawn.leaf()));
  }

  private static Baseline baseline(Trial trial, Ready ready, Instant now) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    ready
        .assessment()
        .baseline(trial.protocol(), ready.personal().answers())
        .forEach(
            (name, value) ->
                variables.put(name, value.isPresent() ? value.orElseThrow().plain() : null));
    return new Baseline(
        Ids.next(),
        ready.participant().id(),
        trial.id(),
        Optional.of(CanonicalJson.write(variables)),
        now);
  }

  private String receiptId() {
    byte[] id = new byte[RECEIPT_ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}

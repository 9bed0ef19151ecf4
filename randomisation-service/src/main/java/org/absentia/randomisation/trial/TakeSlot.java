package org.absentia.randomisation.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.platform.Ids;
import org.absentia.randomisation.allocation.ChainTip;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.allocation.Receipt;
import org.absentia.randomisation.instrument.Stratum;
import org.absentia.randomisation.protocol.Assessment;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Minimisation;
import org.jspecify.annotations.Nullable;

/**
 * Takes the next slot of a stratum for a participant, for ever. Consent, stratum, eligibility and
 * slot enter the log in this order and in one transaction; the arm is derived here, sealed, and
 * leaves only through {@link ShowArm}.
 */
@ApplicationScoped
public class TakeSlot {
  private static final int RECEIPT_ID_BYTES = 16;

  private final Allocations allocations;
  private final Baselines baselines;
  private final KeysInUse keys;
  private final DrawArm drawArm;
  private final TrialLog log;
  private final SecureRandom random;
  private final Clock clock;

  TakeSlot(
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

  /**
   * Takes the slot under the locks of participant, stratum and log, and returns the receipt; empty
   * when the design has no slot left in the stratum.
   */
  public Optional<String> take(Trial trial, Ready ready, int slot, String idempotencyKey) {
    Design design = trial.protocol().design();
    if (slot >= design.slotsPerStratum().orElse(Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    String stratum = ready.stratum(design);
    KeysInUse.Keys own = keys.of(trial);
    int arm = drawArm.draw(own.concealment(), stratum, slot, ready.factors(design));
    Hash leaf = own.concealment().leaf(stratum, slot, arm);
    Instant now = clock.instant();
    ChainTip tip = log.append(trial.id(), events(ready, design, slot, leaf), now);
    String participantId = ready.participant().id().toString();
    Receipt receipt =
        new Receipt(receiptId(), participantId, stratum, slot, leaf, own.headKey().sign(tip, now));
    allocations.add(
        new Allocation(
            Ids.next(),
            ready.participant().id(),
            trial.id(),
            allocations.count(trial.id()) + 1,
            stratum,
            slot,
            arm,
            idempotencyKey,
            receipt.toJson(),
            now));
    baselines.add(baseline(trial, ready, now));
    return Optional.of(receipt.toJson());
  }

  private static List<LogEvent> events(Ready ready, Design design, int slot, Hash leaf) {
    Pseudonym pseudonym =
        Pseudonym.of(ready.personal().salt(), ready.participant().id().toString());
    String stratum = ready.stratum(design);
    return List.of(
        new LogEvent.ConsentGiven(pseudonym),
        new LogEvent.StratumLocked(pseudonym, stratum, ready.factors(design)),
        new LogEvent.EligibilityLocked(pseudonym),
        new LogEvent.SlotTaken(pseudonym, stratum, slot, leaf));
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

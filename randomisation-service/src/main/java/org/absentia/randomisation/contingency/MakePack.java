package org.absentia.randomisation.contingency;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.absentia.randomisation.allocation.LogEvent;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.trial.Allocations;
import org.absentia.randomisation.trial.Epochs;
import org.absentia.randomisation.trial.Trial;
import org.absentia.randomisation.trial.Trials;

/** Seals the next slots of every stratum and sets them apart from those the system will take. */
@ApplicationScoped
public class MakePack {
  private final Trials trials;
  private final Allocations allocations;
  private final Epochs epochs;
  private final ContingencyPacks packs;
  private final SecureRandom random;

  MakePack(
      Trials trials,
      Allocations allocations,
      Epochs epochs,
      ContingencyPacks packs,
      SecureRandom random) {
    this.trials = trials;
    this.allocations = allocations;
    this.epochs = epochs;
    this.packs = packs;
    this.random = random;
  }

  /** Holds every stratum of the trial. */
  public void lock(Trial trial) {
    Map<String, Integer> _ = allocations.lockNextSlots(trial);
  }

  /** Makes a pack under the locks of strata and log, and returns what the log shall say. */
  public List<LogEvent> make(Trial trial, UUID id, int slots, Instant at) {
    Secret key = Secret.draw(random);
    Concealment concealment =
        new Concealment(trial.protocol().design(), trials.secrets(trial.id()).key());
    Map<String, Integer> nextSlots = allocations.lockNextSlots(trial);
    List<ContingencyPack.Range> ranges = new ArrayList<>();
    List<Object> sealed = new ArrayList<>();
    for (String stratum : trial.protocol().design().strata()) {
      ContingencyPack.Range range =
          next(trial, stratum, Objects.requireNonNull(nextSlots.get(stratum)), slots);
      ranges.add(range);
      sealed.addAll(sealed(trial, concealment, id, range, key));
      allocations.useUp(trial.id(), stratum, range.fromSlot() + range.slots() - 1);
    }
    String file =
        CanonicalJson.write(
            Map.of(
                "format",
                SealedSlots.FORMAT,
                "trial",
                trial.id(),
                "pack",
                id.toString(),
                "slots",
                sealed));
    packs.add(
        new ContingencyPack(id, trial.id(), ranges, file, at, Optional.empty(), Optional.empty()),
        key);
    return ranges.stream()
        .filter(range -> range.slots() > 0)
        .map(range -> disclosed(id, range))
        .toList();
  }

  private static LogEvent disclosed(UUID id, ContingencyPack.Range range) {
    return new LogEvent.Disclosed(
        "CONTINGENCY_PACK",
        id.toString(),
        range.stratum(),
        range.fromSlot(),
        OptionalInt.of(range.slots()));
  }

  private static ContingencyPack.Range next(Trial trial, String stratum, int from, int slots) {
    int end = trial.protocol().design().slotsPerStratum().orElse(Integer.MAX_VALUE);
    return new ContingencyPack.Range(stratum, from, Math.max(0, Math.min(slots, end - from)));
  }

  private List<Map<String, Object>> sealed(
      Trial trial, Concealment concealment, UUID id, ContingencyPack.Range range, Secret key) {
    List<Epoch> declared = epochs.of(trial.id(), range.stratum());
    List<String> arms = trial.protocol().design().arms();
    List<Map<String, Object>> sealed = new ArrayList<>();
    for (int slot = range.fromSlot(); slot < range.fromSlot() + range.slots(); slot++) {
      String arm = arms.get(concealment.arm(range.stratum(), slot, declared));
      String place = SealedSlots.place(trial.id(), id.toString(), range.stratum(), slot);
      sealed.add(
          Map.of(
              "stratum",
              range.stratum(),
              "slot",
              slot,
              "sealed",
              SealedSlots.seal(key, place, arm, arms, random)));
    }
    return sealed;
  }
}

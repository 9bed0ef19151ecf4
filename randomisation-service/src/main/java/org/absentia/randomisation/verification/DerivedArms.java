package org.absentia.randomisation.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.IntegerStream;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.SequenceArms;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.scheme.SlotArms;
import org.absentia.randomisation.scheme.WeightedEpochs;

/** The arm of each slot as it follows from the opened key and the log. */
final class DerivedArms {
  private static final SlotArms NONE = (stratum, slot) -> OptionalInt.empty();

  private DerivedArms() {}

  static SlotArms of(Bundle bundle) {
    return bundle.design().map(design -> of(design, bundle)).orElse(NONE);
  }

  private static SlotArms of(Design design, Bundle bundle) {
    Secret key = bundle.opening().key();
    return switch (design.scheme()) {
      case SequenceScheme scheme ->
          new SequenceArms(stratum -> scheme.sequence(design.stream(key, stratum)));
      case WeightedEpochs scheme ->
          new SequenceArms(
              stratum ->
                  scheme.sequence(
                      design.stream(key, stratum),
                      epochs(bundle.log(), stratum, design.arms().size())));
      case Minimisation scheme -> minimised(design, scheme, bundle);
      case ImportedList scheme -> (stratum, slot) -> listed(design, bundle, stratum, slot);
    };
  }

  // the later of two epochs that start at one slot is the one in force
  private static List<Epoch> epochs(List<LoggedEntry> log, String stratum, int arms) {
    return log.stream()
        .filter(entry -> entry.type().equals("EPOCH_STARTED") && entry.stratum().equals(stratum))
        .flatMap(entry -> epoch(entry, arms).stream())
        .toList();
  }

  private static Optional<Epoch> epoch(LoggedEntry entry, int arms) {
    OptionalInt fromSlot = entry.integer("fromSlot");
    return entry
        .integers("weights")
        .filter(weights -> weights.size() == arms && WeightedEpochs.canBeDrawn(weights))
        .filter(weights -> fromSlot.orElse(-1) >= 0)
        .map(weights -> new Epoch(fromSlot.getAsInt(), weights));
  }

  private static SlotArms minimised(Design design, Minimisation scheme, Bundle bundle) {
    Map<String, Map<String, String>> levels = levels(bundle.log());
    Map<Integer, Integer> arms = new HashMap<>();
    Minimisation.Arrivals arrivals = scheme.arrivals();
    IntegerStream stream = design.stream(bundle.opening().key(), Design.ALL_PARTICIPANTS);
    for (LoggedEntry entry : bundle.log()) {
      Map<String, String> own = levels.getOrDefault(entry.participant(), Map.of());
      if (entry.type().equals("SLOT_TAKEN")
          && own.keySet().containsAll(scheme.factors())
          && !arms.containsKey(entry.slot())) {
        arms.put(entry.slot(), arrivals.next(stream, own));
      }
    }
    return (stratum, slot) ->
        arms.containsKey(slot) ? OptionalInt.of(arms.get(slot)) : OptionalInt.empty();
  }

  private static Map<String, Map<String, String>> levels(List<LoggedEntry> log) {
    Map<String, Map<String, String>> levels = new HashMap<>();
    log.stream()
        .filter(entry -> entry.type().equals("STRATUM_LOCKED"))
        .forEach(
            entry ->
                entry
                    .texts("factors")
                    .ifPresent(factors -> levels.put(entry.participant(), factors)));
    return levels;
  }

  private static OptionalInt listed(Design design, Bundle bundle, String stratum, int slot) {
    List<String> rows = bundle.opening().list().getOrDefault(stratum, List.of());
    int arm = slot >= 0 && slot < rows.size() ? design.arms().indexOf(rows.get(slot)) : -1;
    return arm < 0 ? OptionalInt.empty() : OptionalInt.of(arm);
  }
}

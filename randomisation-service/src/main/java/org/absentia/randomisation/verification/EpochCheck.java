package org.absentia.randomisation.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.absentia.randomisation.scheme.WeightedEpochs;

/** Each epoch was declared before its first slot and stays inside the design's limits. */
final class EpochCheck {
  private EpochCheck() {}

  static void run(Bundle bundle, Findings findings) {
    Map<String, Integer> lastTaken = new HashMap<>();
    List<LoggedEntry> log = bundle.log();
    for (int i = 0; i < log.size(); i++) {
      LoggedEntry entry = log.get(i);
      if (entry.type().equals("SLOT_TAKEN")) {
        lastTaken.merge(entry.stratum(), entry.slot(), Math::max);
      } else if (entry.type().equals("EPOCH_STARTED")) {
        epoch(bundle, i, lastTaken.getOrDefault(entry.stratum(), -1), findings);
      }
    }
  }

  private static void epoch(Bundle bundle, int place, int lastTaken, Findings findings) {
    LoggedEntry entry = bundle.log().get(place);
    if (!allowed(bundle, entry)) {
      findings.addAtEntry(
          BundleFault.EPOCH_OUT_OF_LIMITS, place, "the design does not allow these weights");
    }
    int fromSlot = entry.integer("fromSlot").orElse(-1);
    if (fromSlot <= lastTaken) {
      findings.addAtEntry(
          BundleFault.EPOCH_BACKDATED,
          place,
          "it starts at slot %d, and slot %d had been taken".formatted(fromSlot, lastTaken));
    }
  }

  private static boolean allowed(Bundle bundle, LoggedEntry entry) {
    return bundle.design().isPresent()
        && bundle.design().orElseThrow().scheme() instanceof WeightedEpochs scheme
        && entry.integers("weights").filter(scheme::allows).isPresent();
  }
}

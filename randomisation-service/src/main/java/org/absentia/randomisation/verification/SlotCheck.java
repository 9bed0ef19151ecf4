package org.absentia.randomisation.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** In each stratum the slots 0, 1, 2, ... are taken or voided, each taken at most once. */
final class SlotCheck {
  private SlotCheck() {}

  static void run(List<LoggedEntry> log, Findings findings) {
    Map<String, NavigableSet<Integer>> used = new LinkedHashMap<>();
    for (int i = 0; i < log.size(); i++) {
      LoggedEntry entry = log.get(i);
      boolean taken = entry.type().equals("SLOT_TAKEN");
      if (!taken && !entry.type().equals("SLOT_VOIDED")) {
        continue;
      }
      boolean fresh =
          used.computeIfAbsent(entry.stratum(), stratum -> new TreeSet<>()).add(entry.slot());
      if (taken && !fresh) {
        findings.addAtEntry(
            BundleFault.SLOT_REUSED,
            i,
            "slot %d of stratum %s was taken or voided before"
                .formatted(entry.slot(), entry.stratum()));
      }
    }
    used.forEach((stratum, slots) -> gap(stratum, slots, findings));
  }

  private static void gap(String stratum, NavigableSet<Integer> slots, Findings findings) {
    if (slots.first() < 0 || slots.last() != slots.size() - 1) {
      int missing = 0;
      while (slots.contains(missing)) {
        missing++;
      }
      findings.add(
          BundleFault.SLOT_GAP,
          "/log",
          "stratum %s: of the slots up to %d, %d are used; the first missing one is %d"
              .formatted(stratum, slots.last(), slots.size(), missing));
    }
  }
}

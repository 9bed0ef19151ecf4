package org.absentia.randomisation.verification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Consent, stratum and eligibility come before the slot, and a participant takes one slot. */
final class ConductCheck {
  private final Set<String> consented = new HashSet<>();
  private final Set<String> eligible = new HashSet<>();
  private final Set<String> allocated = new HashSet<>();
  private final Map<String, String> strata = new HashMap<>();
  private final Findings findings;

  private ConductCheck(Findings findings) {
    this.findings = findings;
  }

  static void run(List<LoggedEntry> log, Findings findings) {
    ConductCheck check = new ConductCheck(findings);
    for (int i = 0; i < log.size(); i++) {
      check.entry(i, log.get(i));
    }
  }

  private void entry(int place, LoggedEntry entry) {
    switch (entry.type()) {
      case "CONSENT_GIVEN" -> consented.add(entry.participant());
      case "ELIGIBILITY_LOCKED" -> eligible.add(entry.participant());
      case "STRATUM_LOCKED" -> strata.put(entry.participant(), entry.stratum());
      case "SLOT_TAKEN" -> taken(place, entry);
      default -> {
        // withdrawals, exports and the like say nothing about the order before a slot
      }
    }
  }

  private void taken(int place, LoggedEntry entry) {
    String participant = entry.participant();
    if (!consented.contains(participant)) {
      findings.addAtEntry(
          BundleFault.CONSENT_MISSING, place, "no consent of the participant stands before");
    }
    if (!eligible.contains(participant) || !strata.containsKey(participant)) {
      findings.addAtEntry(
          BundleFault.LOCK_AFTER_SLOT,
          place,
          "stratum or eligibility of the participant was not locked before");
    }
    if (!strata.getOrDefault(participant, entry.stratum()).equals(entry.stratum())) {
      findings.addAtEntry(
          BundleFault.STRATUM_DIFFERS,
          place,
          "the slot is of stratum %s, the participant of %s"
              .formatted(entry.stratum(), strata.get(participant)));
    }
    if (!allocated.add(participant)) {
      findings.addAtEntry(
          BundleFault.PARTICIPANT_TWICE, place, "the participant had taken a slot before");
    }
  }
}

package org.absentia.randomisation.verification;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.SlotArms;

/** The leaf of each slot taken is that of the arm which the slot has. */
final class LeafCheck {
  private LeafCheck() {}

  static void run(Bundle bundle, SlotArms arms, Findings findings) {
    List<LoggedEntry> log = bundle.log();
    for (int i = 0; i < log.size(); i++) {
      LoggedEntry entry = log.get(i);
      if (entry.type().equals("SLOT_TAKEN")
          && !expected(bundle, arms, entry).equals(entry.text("leaf"))) {
        findings.addAtEntry(
            BundleFault.ARM_SWAPPED,
            i,
            "the leaf of slot %d of stratum %s is not that of the derived arm"
                .formatted(entry.slot(), entry.stratum()));
      }
    }
  }

  // a slot without a derivable arm has no leaf that could be right
  private static Optional<String> expected(Bundle bundle, SlotArms arms, LoggedEntry entry) {
    OptionalInt arm = arms.arm(entry.stratum(), entry.slot());
    if (bundle.design().isEmpty() || arm.isEmpty()) {
      return Optional.of("");
    }
    return Optional.of(
            new Concealment(bundle.design().orElseThrow(), bundle.opening().key())
                .leaf(entry.stratum(), entry.slot(), arm.getAsInt()))
        .map(Hash::hex);
  }
}

package org.absentia.randomisation.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.allocation.Pseudonym;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.SlotArms;
import org.jspecify.annotations.Nullable;

/** Each arm analysed is the arm of the slot that the participant took. */
final class AnalysisCheck {
  private AnalysisCheck() {}

  static void run(Bundle bundle, SlotArms arms, Findings findings) {
    Map<String, LoggedEntry> slots = new HashMap<>();
    bundle.log().stream()
        .filter(entry -> entry.type().equals("SLOT_TAKEN"))
        .forEach(entry -> slots.putIfAbsent(entry.participant(), entry));
    List<Bundle.Analysed> analysis = bundle.analysis();
    for (int i = 0; i < analysis.size(); i++) {
      Bundle.Analysed analysed = analysis.get(i);
      Optional<String> arm = slot(bundle, slots, analysed).flatMap(s -> arm(bundle, arms, s));
      if (!arm.equals(Optional.of(analysed.arm()))) {
        findings.add(
            BundleFault.ANALYSIS_ARM_DIFFERS,
            "/analysis/" + i,
            arm.map(derived -> "%s was analysed in %s and has the slot of %s")
                .orElse("%s was analysed in %s and has no slot with an arm")
                .formatted(analysed.participant(), analysed.arm(), arm.orElse("")));
      }
    }
  }

  private static Optional<LoggedEntry> slot(
      Bundle bundle, Map<String, LoggedEntry> slots, Bundle.Analysed analysed) {
    @Nullable Secret salt = bundle.opening().personalSalts().get(analysed.participant());
    return salt == null
        ? Optional.empty()
        : Optional.ofNullable(slots.get(Pseudonym.of(salt, analysed.participant()).hash().hex()));
  }

  private static Optional<String> arm(Bundle bundle, SlotArms arms, LoggedEntry slot) {
    return arms.arm(slot.stratum(), slot.slot()).stream()
        .boxed()
        .findFirst()
        .flatMap(arm -> bundle.design().map(Design::arms).map(names -> names.get(arm)));
  }
}

package org.absentia.randomisation.verification;

import java.util.Optional;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.SlotArms;

/** The slots that the key gives are those whose root was published. */
final class RootCheck {
  private static final String PLACE = "/published/merkleRoot";

  private RootCheck() {}

  static void run(Bundle bundle, SlotArms arms, Findings findings) {
    Optional<String> published = bundle.published().merkleRoot();
    if (bundle.design().isEmpty()) {
      findings.add(
          BundleFault.ROOT_MISMATCH,
          "/design",
          "no slot can be derived from it: " + String.join("; ", bundle.designFaults()));
      return;
    }
    Design design = bundle.design().orElseThrow();
    if (!design.scheme().fixedInAdvance()) {
      if (published.isPresent()) {
        findings.add(BundleFault.ROOT_MISMATCH, PLACE, "a design without fixed slots has no root");
      }
      return;
    }
    Optional<String> recomputed =
        new Concealment(design, bundle.opening().key()).merkleRoot(arms).map(Hash::hex);
    if (!recomputed.equals(published)) {
      findings.add(
          BundleFault.ROOT_MISMATCH,
          PLACE,
          recomputed.map(root -> "the slots give " + root).orElse("not every slot has an arm"));
    }
  }
}

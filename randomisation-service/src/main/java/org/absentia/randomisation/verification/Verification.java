package org.absentia.randomisation.verification;

import java.util.List;
import org.absentia.randomisation.scheme.SlotArms;

/** All checks of RND-1 on a bundle. Arms and epochs are derived from the log as it stands. */
public final class Verification {
  private Verification() {}

  /** Returns every fault with its place; none for an intact bundle. */
  public static List<Finding> of(Bundle bundle) {
    Findings findings = new Findings();
    SlotArms arms = DerivedArms.of(bundle);
    OpeningCheck.run(bundle, findings);
    RootCheck.run(bundle, arms, findings);
    ChainCheck.run(bundle, findings);
    HeadCheck.run(bundle, findings);
    SlotCheck.run(bundle.log(), findings);
    ConductCheck.run(bundle.log(), findings);
    EpochCheck.run(bundle, findings);
    LeafCheck.run(bundle, arms, findings);
    AnalysisCheck.run(bundle, arms, findings);
    return findings.list();
  }
}

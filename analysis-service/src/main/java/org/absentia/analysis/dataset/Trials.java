package org.absentia.analysis.dataset;

import java.util.Optional;
import org.absentia.analysis.plan.AnalysisPlan;

/** What has been recorded of trials so far. */
public interface Trials {

  Optional<AnalysisPlan> plan(String trialId);

  /** Read all facts of a trial in one picture. */
  Optional<TrialState> state(String trialId);

  /**
   * Hold a trial against other locks and against erasures until the end of the transaction; false
   * if it is not known. What is read afterwards stays true until then.
   */
  boolean hold(String trialId);

  /** The digest of the newest protocol version. */
  String protocolDigest(String trialId);
}

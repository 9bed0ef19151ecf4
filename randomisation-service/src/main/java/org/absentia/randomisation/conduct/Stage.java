package org.absentia.randomisation.conduct;

import java.util.EnumSet;
import java.util.Set;

/** How far a listed candidate came; each one stands at one stage. */
public enum Stage {
  NOT_CONTACTED,
  NOT_REACHED,
  DECLINED,
  EXCLUDED,
  AWAITING_CONSENT,
  NOT_ELIGIBLE,
  ASSESSMENT_DECLINED,
  ASSESSMENT_UNKNOWN,
  INELIGIBLE_AT_LOCK,
  WITHDRAWN_BEFORE,
  AWAITING_SLOT,
  RANDOMISED;

  static final Set<Stage> CONSENTED =
      EnumSet.of(INELIGIBLE_AT_LOCK, WITHDRAWN_BEFORE, AWAITING_SLOT, RANDOMISED);
  static final Set<Stage> AGREED = EnumSet.range(AWAITING_CONSENT, RANDOMISED);
  static final Set<Stage> CONTACTED = EnumSet.range(NOT_REACHED, RANDOMISED);
}

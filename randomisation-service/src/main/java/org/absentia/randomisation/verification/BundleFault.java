package org.absentia.randomisation.verification;

/** What can be wrong with a bundle. */
public enum BundleFault {
  /** The opened design, salt and key are not those that were committed to. */
  COMMITMENT_MISMATCH,
  /** A share is not the one committed to, or the key does not follow from the shares. */
  SHARE_MISMATCH,
  /** The slots are not those whose root was published. */
  ROOT_MISMATCH,
  /** An entry was changed, removed or put in. */
  CHAIN_BROKEN,
  /** A head was signed by somebody else or for another log. */
  HEAD_MISMATCH,
  /** A slot was left out. */
  SLOT_GAP,
  /** A slot was given away a second time. */
  SLOT_REUSED,
  /** The arm given is not the one that the slot had. */
  ARM_SWAPPED,
  /** A participant took two slots. */
  PARTICIPANT_TWICE,
  /** A slot was taken for someone who had not consented. */
  CONSENT_MISSING,
  /** A slot was taken before stratum and eligibility were locked. */
  LOCK_AFTER_SLOT,
  /** A slot of another stratum than the participant's was taken. */
  STRATUM_DIFFERS,
  /** An epoch's weights lie outside the design's limits. */
  EPOCH_OUT_OF_LIMITS,
  /** An epoch was declared when slots of it had been taken. */
  EPOCH_BACKDATED,
  /** The arm analysed is not the arm allocated. */
  ANALYSIS_ARM_DIFFERS
}

package org.absentia.randomisation.scheme;

/** Who contributes to a trial's key. */
public enum KeyMode {
  /** The service alone: whoever runs it could have chosen the key. */
  SINGLE_SHARE,
  /** Statistician, service and a public beacon: nobody could. */
  TWO_SHARES
}

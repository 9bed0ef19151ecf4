package org.absentia.outcome.computation;

/** Which participants are this process's to compute; it changes as processes come and go. */
public interface WorkShare {
  /** The share at this moment; empty while nothing is assigned. */
  Share current();
}

package org.absentia.randomisation.trial;

import java.time.LocalDate;

/** The halts of recruitment that nobody foresaw in the protocol. */
public interface Halts {
  boolean halted(String trialId, LocalDate day);
}

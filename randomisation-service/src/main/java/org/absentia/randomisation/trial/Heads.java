package org.absentia.randomisation.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.absentia.randomisation.allocation.SignedHead;

/** The signed heads that were kept, one for each day of a trial. */
public interface Heads {
  /** A head of a trial's log. */
  record Kept(String trialId, LocalDate signedOn, SignedHead head) {}

  boolean has(String trialId, LocalDate day);

  /** Keeps a head, unless another process kept one of that day. */
  void add(Kept kept);

  /** Returns the heads of a trial in order of their days. */
  List<SignedHead> of(String trialId);

  List<Kept> unsent(int limit);

  void markSent(Kept kept, Instant at);
}

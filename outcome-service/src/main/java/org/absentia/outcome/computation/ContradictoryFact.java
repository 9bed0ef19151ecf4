package org.absentia.outcome.computation;

/** A fact that says otherwise than one already kept where only one of them can be true. */
public final class ContradictoryFact extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ContradictoryFact(String message) {
    super(message, null, false, false);
  }
}

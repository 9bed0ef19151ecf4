package org.absentia.ingest.record;

/** Kinds of work in the register of employers and employees. */
public enum EmploymentKind {
  ORDINARY(true),
  MARITIME(true),
  FREELANCE(false),
  SELF_EMPLOYED(false);

  private final boolean contracted;

  EmploymentKind(boolean contracted) {
    this.contracted = contracted;
  }

  /** Tells whether hours are agreed, so that work can be lost. */
  public boolean contracted() {
    return contracted;
  }
}

package org.absentia.bench.validity;

/** How often something should be the case. */
sealed interface Expectation {
  /** What the method claims. */
  double nominal();

  /** Why it is not simply the nominal rate; empty where it is. */
  String reason();

  /** As often as the method says. */
  record Nominal(double nominal) implements Expectation {
    @Override
    public String reason() {
      return "";
    }
  }

  /** A test that by construction rejects at most as often as it says. */
  record AtMost(double nominal, String reason) implements Expectation {}

  /** An interval that by construction covers at least as often as it says. */
  record AtLeast(double nominal, String reason) implements Expectation {}

  /**
   * A method that is known to be off in this scenario, and by how much.
   *
   * @param rate found by another program in runs of its own
   */
  record Known(double nominal, double rate, int runs, String reason) implements Expectation {}

  /** What must be off: a wrong method beside the right one, so that the scenario can tell. */
  record Wrong(double nominal, String reason) implements Expectation {}
}

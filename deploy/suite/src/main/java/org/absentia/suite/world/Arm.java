package org.absentia.suite.world;

import java.util.Arrays;

/**
 * The trial's arms, as the allocator reads them; what is delivered shapes the absence that follows.
 */
public enum Arm {
  USUAL_CARE("UC"),
  MOTIVATIONAL_INTERVIEWING("UC+MI"),
  VOCATIONAL_ADVICE("UC+SVAI");

  private final String label;

  Arm(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static Arm labelled(String label) {
    return Arrays.stream(values())
        .filter(arm -> arm.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no arm is called " + label));
  }
}

package org.absentia.randomisation.scheme;

import java.util.Map;

/** Simple randomisation: every slot drawn by itself. */
public record Simple(Ratio ratio) implements SequenceScheme {
  @Override
  public String method() {
    return "SIMPLE";
  }

  @Override
  public Map<String, Object> settings() {
    return Map.of("ratio", ratio.parts());
  }

  @Override
  public void checkArms(int arms) {
    ratio.checkArms(arms);
  }

  @Override
  public ArmSequence sequence(IntegerStream stream) {
    return () -> stream.pick(ratio.weights());
  }
}

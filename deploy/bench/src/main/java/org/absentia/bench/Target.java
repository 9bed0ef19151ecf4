package org.absentia.bench;

/** What a figure must reach. */
public record Target(Direction direction, double bound) {
  /** On which side of the bound the target lies. */
  public enum Direction {
    AT_LEAST,
    AT_MOST
  }

  public boolean isMetBy(double figure) {
    return switch (direction) {
      case AT_LEAST -> figure >= bound;
      case AT_MOST -> figure <= bound;
    };
  }

  @Override
  public String toString() {
    String sign =
        switch (direction) {
          case AT_LEAST -> ">= ";
          case AT_MOST -> "<= ";
        };
    return sign + Figures.of(bound);
  }
}

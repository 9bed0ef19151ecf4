package org.absentia.analysis.report;

/** For which page a figure is drawn; letters keep their size, the figure does not shrink. */
public enum Layout {
  WIDE(760),
  NARROW(340);

  private final int width;

  Layout(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  String suffix() {
    return switch (this) {
      case WIDE -> "wide";
      case NARROW -> "narrow";
    };
  }
}

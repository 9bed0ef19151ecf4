package org.absentia.statistics.progress;

/** The listener of a thread. */
final class Listener {
  static final ScopedValue<Progress> CURRENT = ScopedValue.newInstance();
  private static final Progress NOBODY =
      new Progress() {
        @Override
        public void at(long done, long of, String unit) {}

        @Override
        public void check() {}
      };

  private Listener() {}

  static Progress current() {
    return CURRENT.orElse(NOBODY);
  }

  /** Hears of no step of a part, but may end it. */
  static Progress ofPart(Progress whole) {
    return new Progress() {
      @Override
      public void at(long done, long of, String unit) {
        whole.check();
      }

      @Override
      public void check() {
        whole.check();
      }
    };
  }
}

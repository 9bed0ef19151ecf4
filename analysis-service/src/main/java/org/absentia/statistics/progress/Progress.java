package org.absentia.statistics.progress;

import java.util.function.Supplier;

/** Listens to a computation, perhaps from several threads at once. */
public interface Progress {
  /**
   * Some steps are done.
   *
   * @param of how many there will be; 0 where nobody knows
   * @throws Cancelled to end the computation
   */
  void at(long done, long of, String unit);

  /**
   * The computation goes on without having done a step.
   *
   * @throws Cancelled to end the computation
   */
  void check();

  /** Who listens to the work of this thread; never ends it when nobody does. */
  static Progress current() {
    return Listener.current();
  }

  /** Lets a listener hear some work. */
  static <T> T heard(Progress by, Supplier<T> work) {
    return ScopedValue.where(Listener.CURRENT, by).call(work::get);
  }
}

package org.absentia.suite.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same for many things, a few at a time. */
final class Together {
  private static final int AT_ONCE = 4;

  private Together() {}

  static <T> void each(List<T> things, Consumer<T> work) {
    List<Boolean> done =
        map(
            things,
            thing -> {
              work.accept(thing);
              return true;
            });
    if (done.size() != things.size()) {
      throw new IllegalStateException("some work was not done");
    }
  }

  /** Answer the results in the order of the things. */
  static <T, R> List<R> map(List<T> things, Function<T, R> work) {
    Semaphore places = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> futures = new ArrayList<>();
      for (T thing : things) {
        futures.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try {
                    return work.apply(thing);
                  } finally {
                    places.release();
                  }
                }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof DemoFailure failure) {
        throw failure;
      }
      throw new DemoFailure("unexpected: " + failed.getCause(), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted");
    }
  }
}

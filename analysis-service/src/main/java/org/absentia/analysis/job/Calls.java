package org.absentia.analysis.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.absentia.analysis.method.Call;
import org.absentia.platform.problem.Problem;
import org.absentia.statistics.progress.Cancelled;
import org.absentia.statistics.progress.Progress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Requests that somebody waits for. Few run at once and few wait, so that the service stays awake;
 * one that would take too long is refused before its work begins, and stopped if the estimate was
 * wrong.
 */
@ApplicationScoped
public class Calls {
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final Memory memory;
  private final Semaphore running;
  private final Semaphore inside;
  private final double mostWork;
  private final Duration patience;
  private final Duration longest;

  Calls(
      Memory memory,
      @ConfigProperty(name = "absentia.statistics.calls.running") int running,
      @ConfigProperty(name = "absentia.statistics.calls.waiting") int waiting,
      @ConfigProperty(name = "absentia.statistics.calls.patience") Duration patience,
      @ConfigProperty(name = "absentia.statistics.calls.work") double mostWork,
      @ConfigProperty(name = "absentia.statistics.calls.longest") Duration longest) {
    this.memory = memory;
    this.running = new Semaphore(running, true);
    this.inside = new Semaphore(running + waiting);
    this.patience = patience;
    this.mostWork = mostWork;
    this.longest = longest;
  }

  /**
   * Answers a request.
   *
   * @throws Problem 400 or 422 for the request, 503 when too many others are being answered
   */
  public ObjectNode answer(String method, byte[] body) {
    if (!inside.tryAcquire()) {
      throw busy();
    }
    try {
      return inTurn(() -> weighed(Call.read(method, body)));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      inside.release();
    }
  }

  private ObjectNode inTurn(Turn turn) throws InterruptedException {
    if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw busy();
    }
    try {
      return turn.take();
    } finally {
      running.release();
    }
  }

  /** What is done when others are done. */
  private interface Turn {
    ObjectNode take() throws InterruptedException;
  }

  private ObjectNode weighed(Call call) throws InterruptedException {
    call.requireWithin(mostWork, memory.mostBytes());
    if (!memory.take(call.bytes(), patience)) {
      throw busy();
    }
    try {
      return inTime(call::answer);
    } finally {
      memory.giveBack(call.bytes());
    }
  }

  private ObjectNode inTime(Supplier<ObjectNode> work) {
    try {
      return Progress.heard(new Deadline(System.nanoTime() + longest.toNanos()), work);
    } catch (Cancelled late) {
      throw Problem.unprocessable(
          "too-large-for-a-call",
          "The work took longer than a call may; the same request may be sent with Prefer:"
              + " respond-async, which makes it a job.",
          List.of());
    }
  }

  private static Problem busy() {
    return Problem.of(503, "busy", "Other computations are running; ask again in a while.")
        .retryAfter(RETRY);
  }

  /** Ends what is heard after a moment of {@link System#nanoTime}. */
  private record Deadline(long end) implements Progress {
    @Override
    public void at(long done, long of, String unit) {
      check();
    }

    @Override
    public void check() {
      if (System.nanoTime() - end > 0) {
        throw new Cancelled();
      }
    }
  }
}

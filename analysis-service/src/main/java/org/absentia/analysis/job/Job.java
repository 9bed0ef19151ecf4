package org.absentia.analysis.job;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.absentia.analysis.method.Call;
import org.absentia.platform.problem.Problem;
import org.absentia.statistics.progress.Cancelled;
import org.absentia.statistics.progress.Progress;

/** A request that is answered later. It holds the data until its end, and then the answer. */
public final class Job implements Progress {
  private final String id;
  private final String owner;
  private final String method;
  private final Instant submittedAt;
  private final AtomicReference<Reached> reached = new AtomicReference<>(Reached.NOTHING);
  private volatile boolean unwanted;
  private JobState state = JobState.QUEUED;
  private Optional<Call> call;
  private Optional<Instant> startedAt = Optional.empty();
  private Optional<Instant> endedAt = Optional.empty();
  private Optional<byte[]> result = Optional.empty();
  private Optional<Problem> problem = Optional.empty();

  Job(String id, String owner, Call call, Instant now) {
    this.id = id;
    this.owner = owner;
    this.method = call.method();
    this.call = Optional.of(call);
    this.submittedAt = now;
  }

  /**
   * A job as it stands at one moment.
   *
   * @param problem why it failed
   */
  public record Status(
      String id,
      String method,
      JobState state,
      Reached progress,
      Instant submittedAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt,
      Optional<Problem> problem) {}

  String id() {
    return id;
  }

  String method() {
    return method;
  }

  boolean belongsTo(String caller) {
    return owner.equals(caller);
  }

  public synchronized Status status() {
    return new Status(
        id,
        method,
        state,
        Objects.requireNonNull(reached.get()),
        submittedAt,
        startedAt,
        endedAt,
        problem);
  }

  synchronized JobState state() {
    return state;
  }

  /** The bytes of the request before the end, those of the answer after it. */
  synchronized double bytes() {
    return call.map(Call::requestBytes).orElse(0.0) + result.map(r -> r.length).orElse(0);
  }

  /**
   * The answer.
   *
   * @throws Problem 409 before the end and of a cancelled job; of a failed one what it failed of
   */
  public synchronized byte[] result() {
    if (problem.isPresent()) {
      throw problem.get();
    }
    return result.orElseThrow(
        () ->
            state == JobState.CANCELLED
                ? Problem.conflict("job-cancelled", "The job was cancelled: it has no result.")
                : Problem.conflict("job-not-done", "The job is not done yet."));
  }

  /** Takes the request to work on; nothing if it was cancelled while it waited. */
  synchronized Optional<Call> start(Instant now) {
    if (state != JobState.QUEUED) {
      return Optional.empty();
    }
    state = JobState.RUNNING;
    startedAt = Optional.of(now);
    return call;
  }

  synchronized void done(byte[] answer, Instant now) {
    result = Optional.of(answer);
    end(JobState.DONE, now);
  }

  synchronized void failed(Problem why, Instant now) {
    problem = Optional.of(why);
    end(JobState.FAILED, now);
  }

  /** Ends a waiting job at once; a running one ends at its next step. */
  synchronized void cancel(Instant now) {
    unwanted = true;
    if (state == JobState.QUEUED) {
      end(JobState.CANCELLED, now);
    }
  }

  synchronized void stopped(Instant now) {
    end(JobState.CANCELLED, now);
  }

  private void end(JobState how, Instant now) {
    state = how;
    endedAt = Optional.of(now);
    call = Optional.empty();
  }

  @Override
  public void at(long done, long of, String unit) {
    check();
    reached.accumulateAndGet(Reached.of(done, of, unit), Reached::and);
  }

  @Override
  public void check() {
    if (unwanted) {
      throw new Cancelled();
    }
  }
}

package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.absentia.platform.problem.Problem;
import org.absentia.statistics.data.InputFault;

/** A request to a method that was read and weighed, but not yet answered. */
public final class Call {
  /** What a call may cost that is waited for: about 15 seconds of one core. */
  public static final double WORK_OF_A_CALL = 1.5e10;

  private static final double BYTES_OF_CELL = 8;

  private final Method method;
  private final StatisticsRequest request;
  private final Cost cost;

  private Call(Method method, StatisticsRequest request) {
    this.method = method;
    this.request = request;
    this.cost = method.cost(new Extent(request));
  }

  /**
   * Reads a request.
   *
   * @throws Problem 400 for a method that is not there or data that make no sense
   */
  public static Call read(String name, byte[] body) {
    Method method =
        Methods.named(name)
            .orElseThrow(
                () ->
                    Problem.badRequest(
                        "unknown-method",
                        "There is no such method; there are " + Methods.names(),
                        List.of()));
    return new Call(method, RequestReading.read(body));
  }

  public String method() {
    return method.name();
  }

  /** What the answer takes at most, about nanoseconds of one core. */
  public double work() {
    return cost.work();
  }

  /** The bytes that the request holds. */
  public double requestBytes() {
    return BYTES_OF_CELL * request.frame().rows() * request.frame().columns().size();
  }

  /** The bytes of memory that request and answer take at most. */
  public double bytes() {
    return 2 * requestBytes() + cost.bytes();
  }

  /**
   * Refuses what would take too long, or more memory than there is.
   *
   * @throws Problem 422 {@code too-large-for-a-call} or {@code too-large}
   */
  public void requireWithin(double mostWork, double mostBytes) {
    requireMemory(mostBytes);
    if (!(work() <= mostWork)) {
      throw Problem.unprocessable(
              "too-large-for-a-call",
              "The estimated work is above what a call may take; the same request may be sent with"
                  + " Prefer: respond-async, which makes it a job.",
              List.of())
          .with("estimatedWork", Math.rint(work()))
          .with("limit", mostWork)
          .with("unit", "nanoseconds of one core");
    }
  }

  /**
   * Refuses what would take more work or memory than even a job may.
   *
   * @throws Problem 422 {@code too-large}
   */
  public void requirePossible(double mostWork, double mostBytes) {
    requireMemory(mostBytes);
    if (!(work() <= mostWork)) {
      throw Problem.unprocessable(
              "too-large", "The estimated work is above what a job may take.", List.of())
          .with("estimatedWork", Math.rint(work()))
          .with("limit", mostWork)
          .with("unit", "nanoseconds of one core");
    }
  }

  private void requireMemory(double mostBytes) {
    if (!(bytes() <= mostBytes)) {
      throw Problem.unprocessable(
              "too-large",
              "The columns of the model, with a dummy for each level, or the answer would not fit"
                  + " into memory.",
              List.of())
          .with("estimatedBytes", Math.rint(bytes()))
          .with("limit", mostBytes);
    }
  }

  /**
   * Computes the answer for somebody who waits, heard by the progress of this thread.
   *
   * @throws Problem 400 for a request that makes no sense
   */
  public ObjectNode answer() {
    return answer(request);
  }

  /** Computes the answer for somebody who does not wait. */
  public ObjectNode answerAsJob() {
    return answer(request.asJob());
  }

  private ObjectNode answer(StatisticsRequest asked) {
    try {
      return method.answer(asked);
    } catch (InputFault fault) {
      throw StatisticsRequest.problem(fault);
    }
  }
}

package org.absentia.analysis.method;

/**
 * What a request costs at most, told from its size and options before any work begins. Iterations
 * count as often as they are needed as a rule, not as often as they are allowed.
 *
 * @param work about nanoseconds of one core of an ordinary machine
 * @param bytes of memory beside the request itself
 */
record Cost(double work, double bytes) {
  private static final double BYTES_OF_ANSWERED = 130;
  private static final double COPIES = 6;
  private static final double TIME_OF_PRODUCT = 0.4;

  /** Arithmetic that holds nothing of note. */
  static Cost ofWork(double work) {
    return new Cost(work, 0);
  }

  /** So many numbers in the answer: a node of its tree and its text. */
  static Cost ofAnswer(double numbers) {
    return new Cost(700 * numbers, BYTES_OF_ANSWERED * numbers);
  }

  /** A sum of squares and products of n by p numbers, of which fits keep some copies. */
  static Cost ofSquares(double n, double p, double times) {
    return new Cost(
        TIME_OF_PRODUCT * times * (n * p * p + p * p * p) + 30 * n * p,
        8 * (COPIES * n * p + COPIES * p * p));
  }

  Cost plus(Cost other) {
    return new Cost(work + other.work, bytes + other.bytes);
  }

  /** The same once more and again; memory is used again. */
  Cost times(double often) {
    return new Cost(often * work, bytes);
  }
}

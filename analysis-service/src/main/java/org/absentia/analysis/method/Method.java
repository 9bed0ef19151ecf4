package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A method of the engine as a stateless call. */
interface Method {
  /** The last part of its path. */
  String name();

  /** What the request costs at most. */
  Cost cost(Extent of);

  /**
   * Computes the answer.
   *
   * @throws org.absentia.statistics.data.InputFault for a request that makes no sense
   */
  ObjectNode answer(StatisticsRequest request);
}

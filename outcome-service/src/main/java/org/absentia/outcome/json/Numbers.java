package org.absentia.outcome.json;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;

/** Numbers as people write them: whole ones without a point, none with an exponent. */
final class Numbers {
  private Numbers() {}

  /** The JSON number of a decimal that has no trailing zeros. */
  static NumericNode node(BigDecimal number) {
    return number.scale() <= 0
        ? LongNode.valueOf(number.longValueExact())
        : DecimalNode.valueOf(number);
  }
}

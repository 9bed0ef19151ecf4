package org.absentia.analysis.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Columns as no textbook has them: constant, empty, huge, tiny, tied, offset, oddly named. */
final class RandomColumns {
  static final List<String> NUMBERS =
      List.of("y", "x", "u", "v", "t", "w", "e", "b", "id", "odd [n] é");
  static final List<String> TEXTS = List.of("g", "h", "two");
  private static final List<String> LEVELS =
      List.of(
          "a", "b", "A[x]", "`q`", "", " ", "øß漢", "1", "a:b", "(Intercept)", "\u0000", "z\n\"");

  private final Random random;
  private final int rows;

  RandomColumns(Random random) {
    this.random = random;
    this.rows = List.of(0, 1, 2, 3, 4, 6, 10, 30, 80).get(random.nextInt(9));
  }

  ObjectNode columns() {
    ObjectNode columns = JsonNodeFactory.instance.objectNode();
    for (String name : List.of("y", "x", "u", "v", "odd [n] é")) {
      columns.set(name, numbers(random.nextInt(18)));
    }
    columns.set("t", numbers(random.nextInt(4) == 0 ? random.nextInt(18) : 18 + random.nextInt(3)));
    columns.set("w", numbers(random.nextInt(6) == 0 ? random.nextInt(18) : 21));
    columns.set("e", numbers(random.nextInt(6) == 0 ? 4 : 22));
    columns.set("b", numbers(random.nextInt(6) == 0 ? 23 : 22));
    columns.set("id", numbers(24));
    columns.set("g", texts(1 + random.nextInt(4)));
    columns.set("h", texts(1 + random.nextInt(12)));
    columns.set("two", texts(2));
    if (random.nextInt(5) == 0) {
      columns.set("v", columns.get("x").deepCopy());
    }
    if (random.nextInt(60) == 0) {
      ((ArrayNode) columns.get("x")).add(1);
    }
    return columns;
  }

  private ArrayNode numbers(int kind) {
    ArrayNode column = JsonNodeFactory.instance.arrayNode();
    boolean gaps = random.nextInt(3) == 0;
    for (int row = 0; row < rows; row++) {
      if (kind == 5 || gaps && random.nextInt(5) == 0) {
        column.addNull();
      } else {
        column.add(number(kind, row));
      }
    }
    return column;
  }

  private double number(int kind, int row) {
    double z = random.nextGaussian();
    return switch (kind) {
      case 0, 1, 2 -> z;
      case 3 -> random.nextInt(5);
      case 4 -> 3;
      case 6 -> 1e15 * z;
      case 7 -> 1e-15 * z;
      case 8 -> 1e9 + z;
      case 9 -> 1e300 * z;
      case 10 -> 1e-310 * z;
      case 11 -> 9007199254740993L + random.nextInt(4);
      case 12 -> Math.exp(20 * z);
      case 13 -> Double.MAX_VALUE * (random.nextBoolean() ? 1 : -1);
      case 14 -> 1e7 + random.nextInt(2) * 0.1;
      case 15 -> row;
      case 16 -> random.nextInt(4) == 0 ? 1e12 : z;
      case 17 -> -0.0;
      case 18 -> Math.abs(z);
      case 19 -> random.nextInt(6);
      case 20 -> 1 + row * 1e-12;
      case 21 -> random.nextInt(4);
      case 22 -> random.nextInt(2);
      case 23 -> random.nextInt(8) / 8;
      default -> row / 3;
    };
  }

  private ArrayNode texts(int levels) {
    ArrayNode column = JsonNodeFactory.instance.arrayNode();
    int from = random.nextInt(LEVELS.size());
    boolean gaps = random.nextInt(3) == 0;
    for (int row = 0; row < rows; row++) {
      if (gaps && random.nextInt(5) == 0) {
        column.addNull();
      } else {
        column.add(LEVELS.get((from + random.nextInt(levels)) % LEVELS.size()));
      }
    }
    return column;
  }
}

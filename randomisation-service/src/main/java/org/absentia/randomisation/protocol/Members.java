package org.absentia.randomisation.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.absentia.platform.json.JsonReader;

/** Forms that several sections share. */
final class Members {
  private Members() {}

  /** Reads a required array of whole numbers. */
  static List<Integer> integers(JsonReader in, String name) {
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    List<Integer> integers = new ArrayList<>();
    for (JsonReader element : in.elements(name)) {
      if (element.node().isIntegralNumber() && element.node().canConvertToInt()) {
        integers.add(element.node().intValue());
      } else {
        element.fault("must be a whole number");
      }
    }
    return integers;
  }

  static List<Long> longs(JsonReader in, String name) {
    return integers(in, name).stream().map(Integer::longValue).toList();
  }

  static List<String> requiredTexts(JsonReader in, String name) {
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    return in.texts(name);
  }

  /** Reads an object {@code from} and {@code to} inside bounds. */
  static void checkRange(JsonReader in, int least, int most) {
    int from = in.requiredInteger("from");
    int to = in.requiredInteger("to");
    if (in.has("from") && (from < least || from > most)) {
      in.fault("from", "must lie between " + least + " and " + most);
    }
    if (in.has("to") && (to < from || to > most)) {
      in.fault("to", "must lie between from and " + most);
    }
  }

  static List<String> names(JsonReader in) {
    List<String> names = new ArrayList<>();
    in.node().fieldNames().forEachRemaining(names::add);
    return names;
  }

  static boolean outside(BigDecimal value, int least, int most) {
    return value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0;
  }
}

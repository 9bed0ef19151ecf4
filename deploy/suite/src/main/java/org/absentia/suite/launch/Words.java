package org.absentia.suite.launch;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import org.absentia.suite.Component;

/** Reads single words of the command line. */
final class Words {
  private Words() {}

  static Component component(String word) {
    return Component.byLabel(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown component '" + word + "'; known are " + labels()));
  }

  static String valueOf(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  private static String labels() {
    return Arrays.stream(Component.values())
        .map(Component::label)
        .collect(Collectors.joining(", "));
  }
}

package org.absentia.suite.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a JSON object as a map that keeps the order of its members; a null value is written as
 * null.
 */
final class Members {
  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  static Members with(String name, @Nullable Object value) {
    return new Members().and(name, value);
  }

  Members and(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  Map<String, @Nullable Object> map() {
    return Collections.unmodifiableMap(members);
  }
}

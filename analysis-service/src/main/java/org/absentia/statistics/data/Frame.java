package org.absentia.statistics.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Named columns of one length. */
public record Frame(Map<String, Column> columns, int rows) {
  public Frame {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    for (Map.Entry<String, Column> column : columns.entrySet()) {
      if (column.getValue().size() != rows) {
        throw new IllegalArgumentException("columns have one length: " + column.getKey());
      }
    }
  }

  /** The column of a name, where there is one. */
  public Optional<Column> find(String name) {
    return Optional.ofNullable(columns.get(name));
  }
}

package org.absentia.bench.statistics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.absentia.statistics.data.Column;
import org.absentia.statistics.data.Frame;
import org.absentia.statistics.data.Vector;

/** Named columns of numbers of one length; {@code NaN} is missing. */
record Columns(SequencedMap<String, Vector> values, int rows) {
  static Columns of(int rows) {
    return new Columns(new LinkedHashMap<>(), rows);
  }

  Columns with(String name, double... column) {
    SequencedMap<String, Vector> more = new LinkedHashMap<>(values);
    more.put(name, Vector.of(column));
    return new Columns(more, rows);
  }

  Vector get(String name) {
    Vector column = values.get(name);
    if (column == null) {
      throw new IllegalArgumentException("no column " + name);
    }
    return column;
  }

  /** As the engine takes data. */
  Frame frame() {
    Map<String, Column> columns = new LinkedHashMap<>();
    values.forEach((name, column) -> columns.put(name, new Column.Numbers(column.array())));
    return new Frame(columns, rows);
  }

  /** As {@code methods.R} takes data. */
  void write(Path directory) throws IOException {
    Files.write(directory.resolve("columns.txt"), values.keySet());
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(directory.resolve("columns.bin")))) {
      for (Vector column : values.values()) {
        ByteBuffer bytes =
            ByteBuffer.allocate(column.size() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(column.array());
        out.write(bytes.array());
      }
    }
  }
}

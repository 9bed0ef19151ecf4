package org.absentia.ingest.nav;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A table of codes kept as data beside the readers: code, what it becomes, and why. */
final class CodeTable {
  private final Map<String, String> meanings = new LinkedHashMap<>();

  private CodeTable() {}

  /** Reads a resource of this package; the first line names the columns. */
  static CodeTable of(String resource) {
    try (InputStream in = CodeTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      CodeTable table = new CodeTable();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(";", -1))
          .forEach(columns -> table.meanings.put(columns[0], columns[1]));
      return table;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What a code becomes; an empty text stands for nothing of ours. */
  Optional<String> meaning(String code) {
    return Optional.ofNullable(meanings.get(code));
  }
}

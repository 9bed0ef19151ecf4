package org.absentia.suite.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines that one run of a process wrote into its log. */
record LogTail(Path file, long start) {
  private static final int LINES = 25;
  private static final int LARGEST = 16 * 1024;

  String read() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(start, log.length() - LARGEST);
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.isEmpty()
          ? "(it wrote nothing)"
          : String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    } catch (IOException unreadable) {
      return "(no log)";
    }
  }
}

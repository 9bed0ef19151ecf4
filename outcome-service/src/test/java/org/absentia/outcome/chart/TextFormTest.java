package org.absentia.outcome.chart;

import java.nio.file.*;
import org.absentia.outcome.strip.Strip;
import org.junit.jupiter.api.Test;

class TextFormTest {
  @Test
  void show() throws Exception {
    String[] f = {"/evaluation/request.json", "/chart/overruled.json", "/chart/at-work.json"};
    for (int i = 0; i < 3; i++) {
      Files.writeString(
          Path.of("/tmp/strip" + i + ".txt"),
          TextForm.of("0198c0de-0000-7000-8000-000000000001", Charts.of(f[i])));
      Files.writeString(
          Path.of("/tmp/strip" + i + ".svg"),
          Strip.of("0198c0de-0000-7000-8000-000000000001", Charts.of(f[i])));
    }
    Files.writeString(
        Path.of("/tmp/strip3.svg"),
        Strip.of(
            "0198c0de-0000-7000-8000-000000000001", Charts.of(f[1], "2015-01-01", "2024-12-31")));
    Files.writeString(
        Path.of("/tmp/strip4.svg"),
        Strip.of(
            "0198c0de-0000-7000-8000-000000000001", Charts.of(f[1], "2019-09-16", "2019-11-17")));
  }
}

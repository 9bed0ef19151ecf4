package org.absentia.outcome.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.absentia.platform.json.JsonReader;

/** From how many days without news on each register counts as late, {@code registers.json}. */
public final class RegisterDelays {
  /** Days by the type of the register's records, in the order of the file. */
  public static final Map<String, Integer> BY_TYPE = load();

  private RegisterDelays() {}

  private static Map<String, Integer> load() {
    try (InputStream in =
        Objects.requireNonNull(RegisterDelays.class.getResourceAsStream("/registers.json"))) {
      Map<String, Integer> days = new LinkedHashMap<>();
      JsonReader.parse(in.readAllBytes())
          .path("lateAfterDays")
          .properties()
          .forEach(register -> days.put(register.getKey(), register.getValue().intValue()));
      return Collections.unmodifiableMap(days);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

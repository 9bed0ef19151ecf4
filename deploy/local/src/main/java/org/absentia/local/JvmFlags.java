package org.absentia.local;

import java.util.List;

/** JVM flags for processes that should start fast and stay small on a developer's machine. */
public final class JvmFlags {
  /** Serial collector, small object headers, first compiler only. */
  public static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-XX:TieredStopAtLevel=1",
          "-Djava.net.preferIPv4Stack=true",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  private JvmFlags() {}
}

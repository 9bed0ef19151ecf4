package org.absentia.local;

import java.util.List;
import java.util.stream.Stream;

/** JVM flags of the processes that the launcher and the benchmarks start. */
public final class JvmFlags {
  /**
   * Serial collector and small object headers: little memory, and all the speed of the compilers.
   */
  public static final List<String> LEAN =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "-Djava.net.preferIPv4Stack=true",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  /** First compiler only, too: for processes that should start fast on a developer's machine. */
  public static final List<String> SMALL =
      Stream.concat(LEAN.stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();

  private JvmFlags() {}
}

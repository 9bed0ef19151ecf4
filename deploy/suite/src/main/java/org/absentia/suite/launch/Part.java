package org.absentia.suite.launch;

import java.util.List;
import java.util.Map;
import org.absentia.suite.Component;

/** How one component is started, recognised as ready, and told to stop. */
interface Part {
  Component component();

  /** Does what must happen before the process starts. */
  default void prepare() {}

  /** The command line of the process. */
  List<String> command();

  /** What the process finds in its environment beside ours. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** Tells whether the running process does its work. */
  boolean ready();

  /** Does once what needs the ready process, such as making databases. */
  default void complete() {}

  /** The signal that makes it stop in good order. */
  default String stopSignal() {
    return "TERM";
  }
}

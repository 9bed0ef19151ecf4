package org.absentia.suite.launch;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.absentia.local.Ports;
import org.absentia.suite.Component;

/** Settings for an installation in a temporary directory, on ports that nobody uses. */
final class TemporaryPorts {
  private TemporaryPorts() {}

  static Settings settings(Path home) {
    Map<Component, Integer> ports = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      ports.put(component, Ports.free());
    }
    return new Settings(home.resolve("no-build"), home, ports, Ports.free(), false);
  }
}

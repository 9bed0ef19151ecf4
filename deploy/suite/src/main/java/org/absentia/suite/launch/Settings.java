package org.absentia.suite.launch;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.absentia.suite.Component;

/**
 * Where an installation lies and which ports were asked for.
 *
 * @param root the checked-out project with the built services
 * @param home the directory of the data
 * @param ports ports asked for by flag or environment; the others keep theirs
 * @param kafkaControllerPort the broker's second port, which nobody else uses
 * @param terminal whether progress may redraw lines
 */
public record Settings(
    Path root,
    Path home,
    Map<Component, Integer> ports,
    int kafkaControllerPort,
    boolean terminal) {
  private static final String KAFKA_CONTROLLER_VARIABLE = "ABSENTIA_PORT_KAFKA_CONTROLLER";
  private static final int KAFKA_CONTROLLER_PORT = 59093;

  public Settings {
    root = root.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
  }

  /** Reads the settings from system properties of the script and from the environment. */
  static Settings of(Map<String, String> environment, Map<Component, Integer> flags) {
    Path root = Path.of(System.getProperty("absentia.root", "."));
    Path home =
        Optional.ofNullable(environment.get("ABSENTIA_HOME"))
            .filter(text -> !text.isBlank())
            .map(Path::of)
            .orElse(root.resolve(".absentia"));
    Map<Component, Integer> ports = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      port(environment, component.portVariable()).ifPresent(port -> ports.put(component, port));
    }
    ports.putAll(flags);
    int controller = port(environment, KAFKA_CONTROLLER_VARIABLE).orElse(KAFKA_CONTROLLER_PORT);
    return new Settings(root, home, ports, controller, Boolean.getBoolean("absentia.terminal"));
  }

  /** Reads a port number, refusing what is none. */
  static int port(String name, String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // refused below
    }
    throw new LaunchFailure(name + " must be a port number, not '" + text + "'");
  }

  private static Optional<Integer> port(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(text -> !text.isBlank())
        .map(text -> port(variable, text));
  }
}

package org.absentia.suite;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A process of the local installation, in the order in which they start. */
public enum Component {
  POSTGRES(55432),
  KAFKA(59092),
  ISSUER(8085),
  REGISTRY_INGEST(8081),
  RANDOMISATION_SERVICE(8082),
  OUTCOME_SERVICE(8083),
  ANALYSIS_SERVICE(8084);

  /** The four services; the others are what they stand on. */
  public static final Set<Component> SERVICES =
      Set.copyOf(
          EnumSet.of(REGISTRY_INGEST, RANDOMISATION_SERVICE, OUTCOME_SERVICE, ANALYSIS_SERVICE));

  private final int defaultPort;

  Component(int defaultPort) {
    this.defaultPort = defaultPort;
  }

  /** The name on the command line, in logs and files, for example {@code registry-ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable that moves its port, for example {@code ABSENTIA_PORT_KAFKA}. */
  public String portVariable() {
    return "ABSENTIA_PORT_" + name();
  }

  /** The port it listens on unless told otherwise. */
  public int defaultPort() {
    return defaultPort;
  }

  /** What must be ready before it can start. */
  public Set<Component> needs() {
    return SERVICES.contains(this) ? EnumSet.of(POSTGRES, KAFKA, ISSUER) : Set.of();
  }

  /** Finds a component by its name on the command line. */
  public static Optional<Component> byLabel(String label) {
    for (Component component : values()) {
      if (component.label().equals(label)) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }
}

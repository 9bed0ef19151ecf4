package org.absentia.suite.demo;

import java.net.URI;
import java.nio.file.Path;
import org.absentia.suite.Component;
import org.absentia.suite.Installation;

/** The services of a local installation. */
record InstallationSite(Installation installation) implements Site {
  @Override
  public URI address(Service service) {
    return installation.address(
        switch (service) {
          case REGISTRY_INGEST -> Component.REGISTRY_INGEST;
          case RANDOMISATION_SERVICE -> Component.RANDOMISATION_SERVICE;
          case OUTCOME_SERVICE -> Component.OUTCOME_SERVICE;
          case ANALYSIS_SERVICE -> Component.ANALYSIS_SERVICE;
        });
  }

  @Override
  public String kafka() {
    return installation.kafka();
  }

  @Override
  public String token(String role) {
    return installation.token(role);
  }

  @Override
  public Path home() {
    return installation.home();
  }
}

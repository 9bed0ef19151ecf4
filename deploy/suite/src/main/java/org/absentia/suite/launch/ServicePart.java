package org.absentia.suite.launch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.absentia.local.TokenIssuer;
import org.absentia.suite.Component;

/** One of the four services, run from its packaged Quarkus application. */
record ServicePart(
    Component component, Path root, int port, String heap, Map<String, String> environment)
    implements Part {
  ServicePart {
    environment = Map.copyOf(environment);
  }

  @Override
  public void prepare() {
    if (!Files.exists(program())) {
      throw new LaunchFailure(
          component.label() + " is not built: " + program() + " is missing (./mvnw package)");
    }
  }

  @Override
  public List<String> command() {
    return Jvm.ofProgram(program(), List.of("-Xmx" + heap));
  }

  @Override
  public boolean ready() {
    return Probe.answersOk(URI.create(TokenIssuer.address(port) + "/q/health/ready"));
  }

  private Path program() {
    return root.resolve(component.label()).resolve("target/quarkus-app/quarkus-run.jar");
  }
}

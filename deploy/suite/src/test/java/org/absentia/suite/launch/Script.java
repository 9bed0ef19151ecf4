package org.absentia.suite.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.absentia.suite.Component;

/** Runs {@code ./absentia} as a person would, on a home and on ports of its own. */
final class Script {
  private static final long LIMIT_SECONDS = 300;

  private final Path home;
  private final Settings settings;

  Script(Path home) {
    this.home = home;
    this.settings = TemporaryPorts.settings(home);
  }

  /** What a finished command answered. */
  record Result(int exit, String output) {}

  Result run(String... words) throws IOException, InterruptedException {
    Process process = start(words);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Result(process.waitFor(), output);
  }

  Process start(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(root().resolve("absentia").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("ABSENTIA_BUILD", "never");
    environment.put("ABSENTIA_HOME", home.toString());
    settings.ports().forEach((one, port) -> environment.put(one.portVariable(), "" + port));
    environment.put("ABSENTIA_PORT_KAFKA_CONTROLLER", "" + settings.kafkaControllerPort());
    return builder.start();
  }

  int port(Component component) {
    return settings.ports().getOrDefault(component, component.defaultPort());
  }

  String log(Component component) throws IOException {
    return Files.readString(home.resolve("log").resolve(component.label() + ".log"));
  }

  RunFile process(Component component) {
    return RunFile.read(home.resolve("run"), component).orElseThrow();
  }

  private static Path root() {
    return Path.of(System.getProperty("absentia.root")).toAbsolutePath();
  }
}

package org.absentia.suite.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the trial's bundle by two persons and has it checked as an auditor would: by a program that
 * knows neither the services nor their databases.
 */
final class Proof {
  private static final String VERIFIER = "org.absentia.randomisation.console.Verify";

  private final Calls calls;
  private final Trial trial;
  private final Path file;

  Proof(Calls calls, Site site, Trial trial) {
    this.calls = calls;
    this.trial = trial;
    this.file = site.home().resolve(trial.id() + "-bundle.json");
  }

  /**
   * What the verifier says.
   *
   * @param held whether it found no fault
   */
  record Verdict(boolean held, List<String> lines, Path file) {}

  Verdict verdict() {
    Reply bundle = bundle();
    if (bundle.is(409, "bundle-closed")) {
      open();
      bundle = bundle();
    }
    bundle.expecting(200);
    try {
      Files.writeString(file, bundle.text());
      return verified();
    } catch (IOException failure) {
      throw new DemoFailure("the bundle cannot be verified: " + failure);
    }
  }

  private Reply bundle() {
    return calls.get(Service.RANDOMISATION_SERVICE, Roles.AUDITOR, trial.path("bundle"));
  }

  private void open() {
    String proposal =
        calls
            .post(
                Service.RANDOMISATION_SERVICE,
                Roles.STATISTICIAN,
                trial.path("proposals"),
                Map.of("action", "OPEN_BUNDLE", "reason", "the data are locked"))
            .expecting(201)
            .path("proposalId")
            .asText();
    calls
        .post(
            Service.RANDOMISATION_SERVICE,
            Roles.APPROVER,
            trial.path("proposals/" + proposal + "/decision"),
            Map.of("approved", true))
        .expecting(200);
  }

  private Verdict verified() throws IOException {
    Path app =
        Path.of(System.getProperty("absentia.root", "."))
            .resolve("randomisation-service/target/quarkus-app");
    String classes =
        String.join(
            System.getProperty("path.separator"),
            List.of(app + "/app/*", app + "/lib/main/*", app + "/lib/boot/*"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classes,
                VERIFIER,
                file.toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    return new Verdict(ended(process).orElse(-1) == 0, lines, file);
  }

  private static Optional<Integer> ended(Process process) {
    try {
      return Optional.of(process.waitFor());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

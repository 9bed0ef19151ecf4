package org.absentia.suite.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.absentia.local.PostgresServer;
import org.absentia.local.Secrets;
import org.absentia.local.TokenIssuer;
import org.absentia.suite.Component;

/** Builds the parts of an installation: which command, which environment, which secret for whom. */
final class Parts {
  private final Settings settings;
  private final ToIntFunction<Component> ports;

  Parts(Settings settings, ToIntFunction<Component> ports) {
    this.settings = settings;
    this.ports = ports;
  }

  Part of(Component component) {
    return switch (component) {
      case POSTGRES -> new PostgresPart(postgres());
      case KAFKA ->
          new KafkaPart(directory("kafka"), port(component), settings.kafkaControllerPort());
      case ISSUER -> new IssuerPart(directory("issuer"), port(component));
      case REGISTRY_INGEST ->
          service(
              component,
              "ingest",
              "192m",
              Map.of(
                  "ABSENTIA_PERSON_PEPPER", secrets().key("person-pepper"),
                  "ABSENTIA_PERSON_KEY", secrets().key("person-key"),
                  // NAV's sample messages and the synthetic registry use impossible numbers
                  "ABSENTIA_PERSON_IDENTIFIER_CHECK", "LENIENT"));
      case RANDOMISATION_SERVICE ->
          service(
              component,
              "randomisation",
              "192m",
              Map.of(
                  "ABSENTIA_KEY_ENCRYPTION_KEY", secrets().key("key-encryption-key"),
                  "ABSENTIA_SESSION_SECRET", secrets().key("session-secret")));
      case OUTCOME_SERVICE -> service(component, "outcome", "192m", Map.of());
      case ANALYSIS_SERVICE ->
          service(
              component,
              "analysis",
              "1g",
              Map.of("ABSENTIA_SESSION_SECRET", secrets().key("session-secret")));
    };
  }

  PostgresServer postgres() {
    return new PostgresServer(directory("postgres"), port(Component.POSTGRES), secrets());
  }

  String kafka() {
    return "127.0.0.1:" + port(Component.KAFKA);
  }

  String issuer() {
    return TokenIssuer.address(port(Component.ISSUER));
  }

  private ServicePart service(
      Component component, String database, String heap, Map<String, String> own) {
    Map<String, String> environment = new HashMap<>(own);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port(component)));
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres().jdbcUrl(database));
    environment.put("QUARKUS_DATASOURCE_USERNAME", database);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres().password(database));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer());
    return new ServicePart(component, settings.root(), port(component), heap, environment);
  }

  private Secrets secrets() {
    return new Secrets(directory("secret"));
  }

  private Path directory(String name) {
    return settings.home().resolve(name);
  }

  private int port(Component component) {
    return ports.applyAsInt(component);
  }
}

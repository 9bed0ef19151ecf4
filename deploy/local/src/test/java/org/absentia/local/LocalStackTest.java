package org.absentia.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
  @TempDir Path directory;

  @Test
  void a_service_under_test_gets_database_broker_and_issuer() throws Exception {
    // Given
    LocalStack resource = new LocalStack();
    resource.init(Map.of("database", "outcome"));

    // When
    Map<String, String> settings = resource.start();

    // Then
    try (Connection connection =
        DriverManager.getConnection(
            settings.get("quarkus.datasource.jdbc.url"),
            settings.get("quarkus.datasource.username"),
            settings.get("quarkus.datasource.password"))) {
      assertThat(connection.getCatalog()).isEqualTo("outcome");
    }
    assertThat(settings).containsEntry("kafka.bootstrap.servers", LocalStack.bootstrapServers());
    assertThat(Topics.ours().allExist(LocalStack.bootstrapServers())).isTrue();
    JwtClaims claims =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(
                new HttpsJwksVerificationKeyResolver(
                    new HttpsJwks(settings.get("quarkus.oidc.auth-server-url") + "/jwks")))
            .setExpectedAudience("absentia")
            .build()
            .processToClaims(Tokens.of("recruiter", "mi-nav"));
    assertThat(claims.getStringListClaimValue("groups")).containsExactly("recruiter");
  }

  @Test
  void one_stack_serves_every_test_of_the_jvm() {
    // When
    String first = LocalStack.bootstrapServers();
    new LocalStack().stop();

    // Then
    assertThat(LocalStack.bootstrapServers()).isEqualTo(first);
  }

  @Test
  void nothing_outlives_a_test_jvm_that_is_killed() throws Exception {
    // Given
    Process owner = launchOwner();
    List<ProcessHandle> descendants = owner.descendants().toList();
    assertThat(descendants).hasSizeGreaterThan(3);

    // When
    owner.destroyForcibly().waitFor();

    // Then
    for (ProcessHandle descendant : descendants) {
      descendant.onExit().get(20, TimeUnit.SECONDS);
      assertThat(descendant.isAlive()).isFalse();
    }
  }

  /** Stands for a test JVM: starts a stack and then waits for ever. */
  static final class Owner {
    public static void main(String[] args) throws InterruptedException {
      System.out.println(LocalStack.bootstrapServers());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private Process launchOwner() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(JvmFlags.SMALL);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Owner.class.getName()));
    Process owner = new ProcessBuilder(command).directory(directory.toFile()).start();
    assertThat(owner.inputReader().readLine()).startsWith("127.0.0.1:");
    return owner;
  }
}

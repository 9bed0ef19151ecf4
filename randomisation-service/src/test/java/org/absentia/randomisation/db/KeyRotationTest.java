package org.absentia.randomisation.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.seal.KeyWrapper;
import org.absentia.randomisation.seal.LocalKeyWrapper;
import org.absentia.randomisation.seal.Vault;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * A new key-encryption key takes over everything that rests sealed, and the old one opens nothing.
 */
@QuarkusTest
class KeyRotationTest extends ServiceTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject KeyRotation rotation;
  @Inject Database database;

  @ConfigProperty(name = "absentia.key-encryption-key")
  String present = "";

  @Test
  void every_entity_with_sealed_bytes_takes_part() {
    // When
    List<Class<?>> sealed =
        database.entities().getMetamodel().getEntities().stream()
            .<Class<?>>map(entity -> entity.getJavaType())
            .filter(
                type -> Arrays.stream(type.getDeclaredFields()).anyMatch(KeyRotationTest::seals))
            .toList();

    // Then
    assertThat(sealed).hasSizeGreaterThanOrEqualTo(5);
    assertThat(rotation.sealedRows().stream().<Class<?>>map(row -> row)).containsAll(sealed);
  }

  @Test
  void values_move_to_the_new_key_and_back() {
    // Given
    String trial = openTrial();
    allocate(trial, enrol(trial, LOW)).then().statusCode(201);
    KeyWrapper old = new LocalKeyWrapper(LocalKeyWrapper.parse(present), RANDOM);
    KeyWrapper fresh = new LocalKeyWrapper(Secret.draw(RANDOM), RANDOM);
    Secret seed = seed(trial, new Vault(old, RANDOM));

    try {
      // When
      assertThat(rotation.rewrapAll(new Vault(fresh, Optional.of(old), RANDOM))).isGreaterThan(2);

      // Then
      assertThat(seed(trial, new Vault(fresh, RANDOM))).isEqualTo(seed);
      assertThatThrownBy(() -> seed(trial, new Vault(old, RANDOM)))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      rotation.rewrapAll(new Vault(old, Optional.of(fresh), RANDOM));
    }
    assertThat(allocate(trial, enrol(trial, LOW)).statusCode()).isEqualTo(201);
  }

  private static Secret seed(String trial, Vault vault) {
    return QuarkusTransaction.requiringNew()
        .call(() -> TrialRow.<TrialRow>findById(trial).toSecrets(vault).headSeed());
  }

  private static boolean seals(Field field) {
    return field.getName().startsWith("sealed") && field.getType() == byte[].class;
  }
}

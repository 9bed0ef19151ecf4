package org.absentia.randomisation.db;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  private static final String SESSIONS = "/trials/{t}/participants/{p}/sessions";
  private static final String SESSION =
      """
      {"component":"MI","heldOn":"2019-05-02","mode":"FACE_TO_FACE","minutes":41,"provider":"CW-3"}
      """;

  @Inject KeyRotation rotation;
  @Inject Database database;

  @ConfigProperty(name = "absentia.key-encryption-key")
  String present = "";

  @Test
  void every_sealed_column_of_the_database_belongs_to_an_entity_that_takes_part() {
    // When
    List<?> columns =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database
                        .entities()
                        .createNativeQuery(
                            """
                            select table_name || '.' || replace(column_name, '_', '')
                            from information_schema.columns
                            where table_schema = 'public' and data_type = 'bytea'
                            """)
                        .getResultList());

    // Then
    assertThat(columns).hasSizeGreaterThan(10);
    assertThat(
            rotation.sealedRows().stream()
                .flatMap(
                    row ->
                        sealedFields(row)
                            .map(field -> table(row) + "." + field.getName().toLowerCase(ROOT))))
        .containsAll(columns.stream().map(Object::toString).toList());
  }

  @Test
  void every_sealed_field_of_such_an_entity_moves_to_the_new_key() throws Exception {
    // Given
    KeyWrapper old = new AnyPlace(new LocalKeyWrapper(Secret.draw(RANDOM), RANDOM));
    KeyWrapper fresh = new AnyPlace(new LocalKeyWrapper(Secret.draw(RANDOM), RANDOM));
    for (Class<? extends SealedRow> type : rotation.sealedRows()) {
      SealedRow row = type.getDeclaredConstructor().newInstance();
      byte[] sealed = new Vault(old, RANDOM).seal(new byte[] {1}, "");
      for (Field field : sealedFields(type).toList()) {
        field.set(row, sealed);
      }

      // When
      row.rewrap(new Vault(fresh, Optional.of(old), RANDOM));

      // Then
      for (Field field : sealedFields(type).toList()) {
        assertThat(field.get(row)).as(field.toString()).isNotEqualTo(sealed);
      }
    }
  }

  @Test
  void values_move_to_the_new_key_and_back() {
    // Given
    String trial = openTrial();
    String participant = enrol(trial, LOW);
    allocate(trial, participant).then().statusCode(201);
    as("deliverer").body(SESSION).post(SESSIONS, trial, participant).then().statusCode(201);
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
    as("deliverer").get(SESSIONS, trial, participant).then().body("[0].minutes", equalTo(41));
  }

  private static Secret seed(String trial, Vault vault) {
    return QuarkusTransaction.requiringNew()
        .call(() -> TrialRow.<TrialRow>findById(trial).toSecrets(vault).headSeed());
  }

  private static Stream<Field> sealedFields(Class<?> row) {
    return Arrays.stream(row.getDeclaredFields())
        .filter(field -> field.getName().startsWith("sealed") && field.getType() == byte[].class);
  }

  private static String table(Class<?> row) {
    return row.getAnnotation(Table.class).name();
  }

  /** Wraps keys wherever they rest, since the places of rows made here are not known. */
  private record AnyPlace(KeyWrapper wrapper) implements KeyWrapper {
    @Override
    public byte[] wrap(Secret key, String context) {
      return wrapper.wrap(key, "");
    }

    @Override
    public Secret unwrap(byte[] wrapped, String context) {
      return wrapper.unwrap(wrapped, "");
    }
  }
}

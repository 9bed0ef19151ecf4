package org.absentia.randomisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.absentia.randomisation.http.ServiceTest;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.seal.KeptKeys;
import org.absentia.randomisation.seal.KeyWrapper;
import org.absentia.randomisation.seal.LocalKeyWrapper;
import org.absentia.randomisation.seal.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What wraps data keys is a matter of configuration. */
@QuarkusTest
class KeyWrappersTest extends ServiceTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject @Any Instance<KeyWrapper> plugged;

  @Test
  void the_key_comes_from_a_variable_or_from_a_file(@TempDir Path directory) throws IOException {
    // Given
    Secret key = Secret.draw(RANDOM);
    Path file = Files.writeString(directory.resolve("key"), key.hex() + "\n");
    byte[] wrapped = new LocalKeyWrapper(key, RANDOM).wrap(key, "here");

    // When, Then
    assertThat(
            wrappers(Map.of("absentia.key-encryption-key", key.hex()))
                .current()
                .unwrap(wrapped, "here"))
        .isEqualTo(key);
    assertThat(
            wrappers(Map.of("absentia.key-encryption-key-file", file.toString()))
                .current()
                .unwrap(wrapped, "here"))
        .isEqualTo(key);
    assertThatThrownBy(() -> wrappers(Map.of()).current())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void another_wrapper_is_plugged_in_by_its_name_and_takes_over_what_the_key_had_sealed() {
    // Given
    String key = Secret.draw(RANDOM).hex();
    KeyWrappers before = wrappers(Map.of("absentia.key-encryption-key", key));
    byte[] sealed = new Vault(before.current(), RANDOM).seal(new byte[] {7}, "here");

    // When
    KeyWrappers after =
        wrappers(
            Map.of(
                "absentia.key-wrapper", "kept-keys", "absentia.previous-key-encryption-key", key));
    Vault rotating = new Vault(after.current(), after.previous(), RANDOM);
    byte[] moved = rotating.rewrap(sealed, "here");

    // Then
    assertThat(after.current()).isInstanceOf(KeptKeys.class);
    assertThat(rotating.open(sealed, "here")).containsExactly(7);
    assertThat(new Vault(after.current(), RANDOM).open(moved, "here")).containsExactly(7);
    assertThat(rotating.rewrap(moved, "here")).isEqualTo(moved);
    assertThatThrownBy(() -> wrappers(Map.of("absentia.key-wrapper", "unheard-of")).current())
        .hasMessageContaining("unheard-of");
  }

  private KeyWrappers wrappers(Map<String, String> settings) {
    SmallRyeConfigBuilder config = new SmallRyeConfigBuilder();
    settings.forEach(config::withDefaultValue);
    return new KeyWrappers(config.build(), RANDOM, plugged);
  }
}

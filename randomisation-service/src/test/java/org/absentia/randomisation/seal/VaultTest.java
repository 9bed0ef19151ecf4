package org.absentia.randomisation.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import org.absentia.randomisation.scheme.Secret;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Vault vault = vault(Secret.draw(RANDOM));

  @Test
  void what_was_sealed_opens_in_its_place() {
    // Given
    byte[] sealed = vault.seal(new byte[] {7}, "trial/t/arm/p");

    // When
    byte[] opened = vault.open(sealed, "trial/t/arm/p");

    // Then
    assertThat(opened).containsExactly(7);
  }

  @Test
  void a_sealed_value_moved_to_another_place_does_not_open() {
    // Given
    byte[] sealed = vault.seal(new byte[] {7}, "trial/t/arm/p");

    // When, Then
    assertThatThrownBy(() -> vault.open(sealed, "trial/t/arm/q"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void another_key_encryption_key_opens_nothing() {
    // Given
    byte[] sealed = vault.seal(new byte[] {7}, "here");

    // When, Then
    assertThatThrownBy(() -> vault(Secret.draw(RANDOM)).open(sealed, "here"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_changed_byte_is_noticed() {
    // Given
    byte[] sealed = vault.seal(new byte[] {7}, "here");
    sealed[sealed.length - 1] ^= 1;

    // When, Then
    assertThatThrownBy(() -> vault.open(sealed, "here")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void equal_values_are_sealed_differently_and_in_equal_length() {
    // When
    byte[] first = vault.seal(new byte[] {1}, "here");
    byte[] second = vault.seal(new byte[] {1}, "here");

    // Then
    assertThat(first).isNotEqualTo(second).hasSameSizeAs(second);
  }

  @Test
  void the_key_is_read_from_hex_and_base64_and_never_repeated_in_an_error() {
    // Given
    Secret key = Secret.draw(RANDOM);

    // When, Then
    assertThat(LocalKeyWrapper.parse(key.hex())).isEqualTo(key);
    assertThat(LocalKeyWrapper.parse(Base64.getEncoder().encodeToString(key.bytes())))
        .isEqualTo(key);
    assertThatThrownBy(() -> LocalKeyWrapper.parse("short-and-secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("short-and-secret")
        .hasNoCause();
  }

  private static Vault vault(Secret keyEncryptionKey) {
    return new Vault(new LocalKeyWrapper(keyEncryptionKey, RANDOM), RANDOM);
  }
}

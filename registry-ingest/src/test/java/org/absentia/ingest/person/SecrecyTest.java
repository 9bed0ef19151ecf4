package org.absentia.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecrecyTest {
  private static final byte[] KEY = new byte[32];
  private static final byte[] OTHER =
      "other key of thirty-two bytes 32".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLAIN = "12345678901".getBytes(StandardCharsets.US_ASCII);
  private static final PersonIdentifier PERSON = new PersonIdentifier("12345678901");

  private final Secrecy secrecy = new Secrecy(OTHER, KEY);

  @Test
  void a_pseudonym_depends_on_the_pepper_and_on_nothing_else() {
    assertThat(secrecy.pseudonym(PERSON))
        .isEqualTo(new Secrecy(OTHER, OTHER).pseudonym(PERSON))
        .isNotEqualTo(new Secrecy(KEY, OTHER).pseudonym(PERSON))
        .hasSize(64);
  }

  @Test
  void what_is_sealed_opens_under_its_context_and_key_only() {
    // When
    byte[] sealed = secrecy.seal(PLAIN, "context");

    // Then
    assertThat(secrecy.open(sealed, "context")).isEqualTo(PLAIN);
    assertThatThrownBy(() -> secrecy.open(sealed, "another"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Secrecy(OTHER, OTHER).open(sealed, "context"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> secrecy.open(new byte[5], "context"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sealing_twice_gives_different_bytes() {
    assertThat(secrecy.seal(PLAIN, "context")).isNotEqualTo(secrecy.seal(PLAIN, "context"));
  }

  @Test
  void keys_of_a_wrong_length_are_refused() {
    assertThatThrownBy(() -> new Secrecy(new byte[31], KEY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Secrecy(OTHER, new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

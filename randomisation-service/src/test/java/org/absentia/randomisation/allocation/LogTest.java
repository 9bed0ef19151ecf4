package org.absentia.randomisation.allocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.absentia.randomisation.scheme.CanonicalJson;
import org.absentia.randomisation.scheme.Hash;
import org.absentia.randomisation.scheme.Secret;
import org.junit.jupiter.api.Test;

/** Holds the log to a bundle of an independent implementation (see rnd-1/README.md). */
class LogTest {
  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final JsonNode BUNDLE = read();

  @Test
  void each_entry_of_the_bundle_follows_the_one_before() {
    ChainTip tip = ChainTip.START;
    for (JsonNode logged : BUNDLE.get("log")) {
      // Given
      String canonical = CanonicalJson.write(members(logged.get("entry")));
      Hash hash = new Hash(logged.get("hash").asText());

      // When
      LogEntry entry =
          new LogEntry(
              logged.at("/entry/seq").asLong(), logged.at("/entry/type").asText(), canonical, hash);

      // Then
      assertThat(tip.precedes(entry)).isTrue();
      tip = tip.after(entry);
    }
    assertThat(tip.count()).isEqualTo(BUNDLE.get("log").size());
  }

  @Test
  void the_heads_of_the_bundle_verify_and_not_under_another_key() {
    String publicKey = BUNDLE.at("/published/publicKey").asText();
    String otherKey = HeadKey.generate(new SecureRandom()).publicKey();
    for (JsonNode stated : BUNDLE.get("heads")) {
      // When
      SignedHead head =
          new SignedHead(
              stated.get("count").asLong(),
              new Hash(stated.get("hash").asText()),
              stated.get("at").asText(),
              stated.get("signature").asText());

      // Then
      assertThat(HeadKey.verifies(publicKey, head)).isTrue();
      assertThat(HeadKey.verifies(otherKey, head)).isFalse();
    }
  }

  @Test
  void the_pseudonyms_of_the_bundle_follow_from_the_personal_salts() {
    // Given
    Map.Entry<String, JsonNode> salt =
        BUNDLE.at("/opening/personalSalts").properties().iterator().next();

    // When
    Pseudonym pseudonym = Pseudonym.of(Secret.ofHex(salt.getValue().asText()), salt.getKey());

    // Then
    assertThat(BUNDLE.get("log").toString()).contains(pseudonym.hash().hex());
  }

  @Test
  void an_entry_is_canonical_and_numbered_from_zero() {
    // Given
    Pseudonym participant = new Pseudonym(Hash.ZERO);

    // When
    LogEntry entry =
        ChainTip.START.append(new LogEvent.SlotTaken(participant, "HIGH", 4, Hash.ZERO), AT);

    // Then
    String zeros = "0".repeat(64);
    assertThat(entry.canonical())
        .isEqualTo(
            "{\"at\":\"2026-01-01T00:00:00.000Z\",\"leaf\":\""
                + zeros
                + "\",\"participant\":\""
                + zeros
                + "\",\"seq\":0,\"slot\":4,\"stratum\":\"HIGH\",\"type\":\"SLOT_TAKEN\"}");
    assertThat(ChainTip.START.precedes(entry)).isTrue();
  }

  @Test
  void a_head_signed_with_a_generated_key_verifies() {
    for (int i = 0; i < 50; i++) {
      // Given
      HeadKey.Generated generated = HeadKey.generate(new SecureRandom());

      // When
      SignedHead head = new HeadKey(generated.seed()).sign(ChainTip.START, AT);

      // Then
      assertThat(HeadKey.verifies(generated.publicKey(), head)).isTrue();
    }
  }

  @Test
  void a_receipt_has_one_length_whatever_the_arm() {
    // Given
    HeadKey key = new HeadKey(HeadKey.generate(new SecureRandom()).seed());

    // When
    String early = receipt(key, "a".repeat(32), AT).toJson();
    String late = receipt(key, "b".repeat(32), AT.plusMillis(120)).toJson();

    // Then
    assertThat(early).hasSameSizeAs(late);
  }

  private static Receipt receipt(HeadKey key, String id, Instant at) {
    return new Receipt(
        id, "0197", "HIGH", 3, Hash.of(id.getBytes(UTF_8)), key.sign(ChainTip.START, at));
  }

  private static Map<String, Object> members(JsonNode entry) {
    Map<String, Object> members = new HashMap<>();
    entry
        .properties()
        .forEach(
            member ->
                members.put(
                    member.getKey(),
                    member.getValue().isIntegralNumber()
                        ? member.getValue().asLong()
                        : member.getValue().asText()));
    return members;
  }

  private static JsonNode read() {
    try (InputStream in = LogTest.class.getResourceAsStream("/rnd-1/permuted-block-intact.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

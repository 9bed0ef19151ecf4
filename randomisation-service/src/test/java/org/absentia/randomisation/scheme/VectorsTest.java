package org.absentia.randomisation.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the core to the vectors of an independent implementation (see rnd-1/README.md). */
class VectorsTest {
  private static final JsonNode VECTORS = read();
  private static final Secret KEY = Secret.ofHex(VECTORS.get("key").asText());
  private static final String TRIAL = VECTORS.get("trial").asText();
  private static final String VERSION = VECTORS.get("version").asText();

  @TestFactory
  Stream<DynamicTest> each_method_gives_the_sequence_of_the_vectors() {
    return elements(VECTORS.get("sequences"))
        .map(
            vector ->
                dynamicTest(
                    vector.get("design").toString(),
                    () -> assertThat(slots(vector)).isEqualTo(vector.get("slots").asText())));
  }

  @Test
  void a_design_has_the_canonical_form_and_the_commitment_of_the_vectors() {
    // Given
    JsonNode expected = VECTORS.get("commitment");
    Design design = committedDesign();

    // When
    Hash commitment =
        new Concealment(design, KEY).commitment(Secret.ofHex(expected.get("salt").asText()));

    // Then
    assertThat(new String(design.canonical(), StandardCharsets.UTF_8))
        .isEqualTo(expected.get("canonicalDesign").asText());
    assertThat(commitment.hex()).isEqualTo(expected.get("commitment").asText());
  }

  @Test
  void leaf_and_root_are_those_of_the_vectors() {
    // Given
    JsonNode expected = VECTORS.get("commitment");
    Concealment concealment = new Concealment(committedDesign(), KEY);

    // When
    Hash leaf = concealment.leaf("HIGH", 0, concealment.arm("HIGH", 0));

    // Then
    assertThat(leaf.hex()).isEqualTo(expected.get("leafHigh0").asText());
    assertThat(concealment.merkleRoot()).contains(new Hash(expected.get("merkleRoot").asText()));
  }

  @Test
  void two_shares_and_a_beacon_give_the_key_of_the_vectors() {
    // Given
    JsonNode expected = VECTORS.get("sharedKey");
    Secret first = Secret.ofHex(expected.get("share1").asText());
    Secret second = Secret.ofHex(expected.get("share2").asText());
    Secret salt = Secret.ofHex(expected.get("shareSalt").asText());

    // When
    Secret key =
        TrialKey.ofShares(first, second, expected.get("beacon").asText(), committedDesign());

    // Then
    assertThat(key.hex()).isEqualTo(expected.get("key").asText());
    assertThat(TrialKey.shareCommitment(first, salt).hex())
        .isEqualTo(expected.get("shareCommitment1").asText());
    assertThat(TrialKey.shareCommitment(second, salt).hex())
        .isEqualTo(expected.get("shareCommitment2").asText());
  }

  private static String slots(JsonNode vector) {
    JsonNode design = vector.get("design");
    IntegerStream stream = new IntegerStream(KEY, TRIAL, vector.get("stratum").asText(), VERSION);
    int count = vector.get("slots").asText().length();
    List<Integer> arms =
        switch (scheme(design)) {
          case SequenceScheme scheme -> take(scheme.sequence(stream), count);
          case WeightedEpochs scheme ->
              take(scheme.sequence(stream, epochs(vector.get("epochs"))), count);
          case Minimisation scheme -> minimised(scheme, stream, vector.get("participants"));
        };
    StringBuilder letters = new StringBuilder();
    arms.forEach(arm -> letters.append(design.get("arms").get(arm).asText()));
    return letters.toString();
  }

  private static List<Integer> take(ArmSequence sequence, int count) {
    return IntStream.range(0, count).mapToObj(slot -> sequence.next()).toList();
  }

  private static List<Integer> minimised(
      Minimisation scheme, IntegerStream stream, JsonNode participants) {
    List<Minimisation.Earlier> earlier = new ArrayList<>();
    for (JsonNode participant : participants) {
      Map<String, String> levels = new HashMap<>();
      participant
          .properties()
          .forEach(level -> levels.put(level.getKey(), level.getValue().asText()));
      int arm = scheme.next(stream, levels, earlier);
      earlier.add(new Minimisation.Earlier(levels, arm));
    }
    return earlier.stream().map(Minimisation.Earlier::arm).toList();
  }

  private static Design committedDesign() {
    JsonNode design = VECTORS.get("commitment").get("design");
    return new Design(
        TRIAL,
        VERSION,
        texts(design.get("arms")),
        texts(design.get("strata")),
        OptionalInt.of(design.get("slotsPerStratum").asInt()),
        scheme(design));
  }

  private static Scheme scheme(JsonNode design) {
    return switch (design.get("method").asText()) {
      case "SIMPLE" -> new Simple(ratio(design));
      case "PERMUTED_BLOCK" -> new PermutedBlock(ratio(design), integers(design.get("blockSizes")));
      case "BLOCK_URN" -> new BlockUrn(ratio(design), design.get("lambda").asInt());
      case "BIG_STICK" -> new BigStick(design.get("limit").asInt());
      case "BIASED_COIN" -> new BiasedCoin(bias(design));
      case "WEI_URN" -> new WeiUrn(design.get("alpha").asInt(), design.get("beta").asInt());
      case "WEIGHTED_EPOCHS" ->
          new WeightedEpochs(
              List.of(1L, 1L), elements(design.get("limits")).map(VectorsTest::longs).toList());
      case "MINIMISATION" ->
          new Minimisation(
              ratio(design),
              texts(design.get("factors")),
              integers(design.get("factorWeights")),
              Minimisation.Measure.valueOf(design.get("measure").asText()),
              bias(design));
      case String other -> throw new AssertionError("no such method: " + other);
    };
  }

  private static List<Epoch> epochs(JsonNode epochs) {
    return elements(epochs)
        .map(epoch -> new Epoch(epoch.get("fromSlot").asInt(), longs(epoch.get("weights"))))
        .toList();
  }

  private static Ratio ratio(JsonNode design) {
    return new Ratio(integers(design.get("ratio")));
  }

  private static Bias bias(JsonNode design) {
    return new Bias(design.get("bias").get(0).asInt(), design.get("bias").get(1).asInt());
  }

  private static List<Integer> integers(JsonNode array) {
    return elements(array).map(JsonNode::asInt).toList();
  }

  private static List<Long> longs(JsonNode array) {
    return elements(array).map(JsonNode::asLong).toList();
  }

  private static List<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read() {
    try (InputStream in = VectorsTest.class.getResourceAsStream("/rnd-1/vectors.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

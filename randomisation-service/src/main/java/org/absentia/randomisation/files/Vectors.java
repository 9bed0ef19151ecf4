package org.absentia.randomisation.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.randomisation.protocol.DesignDocument;
import org.absentia.randomisation.protocol.SchemeReader;
import org.absentia.randomisation.scheme.ArmSequence;
import org.absentia.randomisation.scheme.Concealment;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.IntegerStream;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Secret;
import org.absentia.randomisation.scheme.SequenceScheme;
import org.absentia.randomisation.scheme.TrialKey;
import org.absentia.randomisation.scheme.WeightedEpochs;

/**
 * A file of RND-1 vectors: sequences of slots, a commitment with leaf and root, a key of two
 * shares. Each stated value is compared with the one computed here.
 */
public final class Vectors {
  /** One stated value beside the computed one. */
  public record Comparison(String name, String stated, String computed) {
    public boolean agrees() {
      return stated.equals(computed);
    }
  }

  private final JsonNode file;
  private final Secret key;

  private Vectors(JsonNode file) {
    this.file = file;
    this.key = secret(file, "key");
  }

  /**
   * Computes every value that the file states.
   *
   * @throws UnreadableBundle when it is no such file, with the reason
   */
  public static List<Comparison> compare(byte[] file) {
    Vectors vectors = new Vectors(JsonReader.parse(file));
    try {
      return vectors.compare();
    } catch (IllegalArgumentException refused) {
      throw new UnreadableBundle(String.valueOf(refused.getMessage()));
    }
  }

  private List<Comparison> compare() {
    List<Comparison> comparisons = new ArrayList<>();
    for (JsonNode vector : file.path("sequences")) {
      comparisons.add(sequence("sequences/" + comparisons.size(), vector));
    }
    if (file.has("commitment")) {
      comparisons.addAll(commitment(file.path("commitment")));
    }
    if (file.has("sharedKey")) {
      comparisons.addAll(sharedKey(file.path("sharedKey")));
    }
    return comparisons;
  }

  private Comparison sequence(String name, JsonNode vector) {
    List<String> arms = texts(vector.path("design").path("arms"));
    IntegerStream stream =
        new IntegerStream(
            key,
            file.path("trial").asText(),
            vector.path("stratum").asText(),
            file.path("version").asText());
    String stated = vector.path("slots").asText();
    String computed =
        slots(vector, stream, stated.length()).stream()
            .map(arms::get)
            .collect(Collectors.joining());
    return new Comparison(
        name + " " + vector.path("design").path("method").asText(), stated, computed);
  }

  private static List<Integer> slots(JsonNode vector, IntegerStream stream, int count) {
    Scheme ofVector = scheme(vector);
    ofVector.checkArms(vector.path("design").path("arms").size());
    return switch (ofVector) {
      case SequenceScheme scheme -> take(scheme.sequence(stream), count);
      case WeightedEpochs scheme -> take(scheme.sequence(stream, epochs(vector)), count);
      case Minimisation scheme -> minimised(scheme, stream, vector.path("participants"));
      case ImportedList scheme -> throw new IllegalArgumentException("a list has no sequence");
    };
  }

  // a vector's epochs say what its weights are from slot 0 on
  private static Scheme scheme(JsonNode vector) {
    if (!(vector.path("design") instanceof ObjectNode stated)) {
      throw new UnreadableBundle("a vector has no design");
    }
    ObjectNode design = stated.deepCopy();
    if (design.path("method").asText().equals("WEIGHTED_EPOCHS") && !design.has("initialWeights")) {
      design.set("initialWeights", vector.at("/epochs/0/weights"));
    }
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(design, faults);
    var scheme = SchemeReader.read(in, DesignDocument.COMMON);
    faults.throwIfAny("invalid-vectors", "A vector has a design that RND-1 refuses.");
    return scheme.orElseThrow();
  }

  private static List<Epoch> epochs(JsonNode vector) {
    List<Epoch> epochs = new ArrayList<>();
    for (JsonNode epoch : vector.path("epochs")) {
      List<Long> weights = new ArrayList<>();
      epoch.path("weights").forEach(weight -> weights.add(weight.asLong()));
      epochs.add(new Epoch(epoch.path("fromSlot").asInt(), weights));
    }
    return epochs;
  }

  private static List<Integer> minimised(
      Minimisation scheme, IntegerStream stream, JsonNode participants) {
    Minimisation.Arrivals arrivals = scheme.arrivals();
    List<Integer> arms = new ArrayList<>();
    for (JsonNode participant : participants) {
      Map<String, String> levels = new HashMap<>();
      participant
          .properties()
          .forEach(level -> levels.put(level.getKey(), level.getValue().asText()));
      if (!levels.keySet().containsAll(scheme.factors())) {
        throw new UnreadableBundle("a participant has no level of a factor");
      }
      arms.add(arrivals.next(stream, levels));
    }
    return arms;
  }

  private static List<Integer> take(ArmSequence sequence, int count) {
    return IntStream.range(0, count).mapToObj(slot -> sequence.next()).toList();
  }

  private List<Comparison> commitment(JsonNode stated) {
    Concealment concealment = new Concealment(committedDesign(), key);
    Secret salt = secret(stated, "salt");
    List<String> strata = concealment.design().strata();
    String first = strata.contains("HIGH") ? "HIGH" : strata.getFirst(); // as leafHigh0 says
    return List.of(
        new Comparison(
            "commitment",
            stated.path("canonicalDesign").asText() + " " + stated.path("commitment").asText(),
            new String(concealment.design().canonical(), StandardCharsets.UTF_8)
                + " "
                + concealment.commitment(salt).hex()),
        new Comparison(
            "leaf",
            stated.path("leafHigh0").asText(),
            concealment.leaf(first, 0, concealment.arm(first, 0)).hex()),
        new Comparison(
            "root",
            stated.path("merkleRoot").asText(),
            concealment.merkleRoot().map(root -> root.hex()).orElse("none")));
  }

  private List<Comparison> sharedKey(JsonNode stated) {
    Secret first = secret(stated, "share1");
    Secret second = secret(stated, "share2");
    Secret salt = secret(stated, "shareSalt");
    return List.of(
        new Comparison(
            "shared key",
            stated.path("key").asText(),
            TrialKey.ofShares(
                    first, second, stated.path("beacon").asText(), committedDesign().canonical())
                .hex()),
        new Comparison(
            "share commitment 1",
            stated.path("shareCommitment1").asText(),
            TrialKey.shareCommitment(first, salt).hex()),
        new Comparison(
            "share commitment 2",
            stated.path("shareCommitment2").asText(),
            TrialKey.shareCommitment(second, salt).hex()));
  }

  private Design committedDesign() {
    Faults faults = new Faults();
    var design = DesignDocument.read(JsonReader.of(file.at("/commitment/design"), faults));
    faults.throwIfAny("invalid-vectors", "The design committed to is one that RND-1 refuses.");
    return design.orElseThrow();
  }

  private static Secret secret(JsonNode in, String name) {
    String hex = in.path(name).asText();
    if (!hex.matches("[0-9a-fA-F]{64}")) {
      throw new UnreadableBundle(name + ": must be 64 hex digits");
    }
    return Secret.ofHex(hex);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}

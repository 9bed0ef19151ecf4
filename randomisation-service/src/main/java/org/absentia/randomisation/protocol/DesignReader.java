package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.Bias;
import org.absentia.randomisation.scheme.BiasedCoin;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.Design;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.scheme.WeiUrn;
import org.absentia.randomisation.scheme.WeightedEpochs;

/**
 * Reads the section {@code randomisation}. A trial can be opened with any method whose arms follow
 * from the slot's number (weighted epochs: as long as the initial weights are in force).
 */
final class DesignReader {
  /** The methods that a trial can be opened with. */
  enum Method {
    SIMPLE,
    PERMUTED_BLOCK,
    BLOCK_URN,
    BIG_STICK,
    BIASED_COIN,
    WEI_URN,
    WEIGHTED_EPOCHS
  }

  private final String trial;
  private final List<String> arms;

  DesignReader(String trial, List<Arm> arms) {
    this.trial = trial;
    this.arms = arms.stream().map(Arm::name).toList();
  }

  List<String> levels(JsonReader strata) {
    List<String> levels = Members.requiredTexts(strata, "levels");
    if (levels.isEmpty() || levels.stream().distinct().count() != levels.size()) {
      strata.fault("levels", "names at least one stratum, each once");
    }
    return levels;
  }

  Optional<Design> read(JsonReader in, List<String> strata) {
    if (in.node().isMissingNode()) {
      return Optional.empty();
    }
    Optional<Method> method = in.choice("method", Method.class);
    if (method.isEmpty()) {
      if (!in.has("method")) {
        in.fault("method", "is missing");
      }
      return Optional.empty();
    }
    OptionalInt slots = in.integer("slotsPerStratum");
    Optional<Scheme> scheme = scheme(in, method.orElseThrow());
    if (scheme.isEmpty() || !named(arms, 2) || !named(strata, 1)) {
      return Optional.empty();
    }
    return legal(
        in,
        () -> new Design(trial, Design.FIRST_VERSION, arms, strata, slots, scheme.orElseThrow()));
  }

  // faults of these lists are noted where they stand
  private static boolean named(List<String> names, int least) {
    return names.size() >= least && names.stream().distinct().count() == names.size();
  }

  private static Optional<Scheme> scheme(JsonReader in, Method method) {
    return switch (method) {
      case SIMPLE -> with(in, "ratio", () -> new Simple(ratio(in)));
      case PERMUTED_BLOCK ->
          with(
              in,
              "ratio blockSizes",
              () -> new PermutedBlock(ratio(in), Members.integers(in, "blockSizes")));
      case BLOCK_URN ->
          with(in, "ratio lambda", () -> new BlockUrn(ratio(in), in.requiredInteger("lambda")));
      case BIG_STICK -> with(in, "limit", () -> new BigStick(in.requiredInteger("limit")));
      case BIASED_COIN -> with(in, "bias", () -> new BiasedCoin(bias(in)));
      case WEI_URN ->
          with(
              in,
              "alpha beta",
              () -> new WeiUrn(in.requiredInteger("alpha"), in.requiredInteger("beta")));
      case WEIGHTED_EPOCHS ->
          with(
              in,
              "initialWeights limits",
              () -> new WeightedEpochs(Members.longs(in, "initialWeights"), limits(in)));
    };
  }

  private static List<List<Long>> limits(JsonReader in) {
    List<List<Long>> limits = new ArrayList<>();
    for (JsonReader vector : in.elements("limits")) {
      List<Long> weights = new ArrayList<>();
      for (JsonNode weight : vector.node()) {
        if (!weight.isIntegralNumber() || !weight.canConvertToInt()) {
          vector.fault("must hold whole numbers");
        }
        weights.add(weight.asLong());
      }
      limits.add(weights);
    }
    return limits;
  }

  private static Optional<Scheme> with(JsonReader in, String settings, Supplier<Scheme> scheme) {
    in.noOthers(("method slotsPerStratum " + settings).split(" ", -1));
    return legal(in, scheme);
  }

  private static Ratio ratio(JsonReader in) {
    return new Ratio(Members.integers(in, "ratio"));
  }

  private static Bias bias(JsonReader in) {
    List<Integer> parts = Members.integers(in, "bias");
    if (parts.size() != 2) {
      throw new IllegalDesign("bias", "is a list [p, q] for the probability p/q");
    }
    return new Bias(parts.get(0), parts.get(1));
  }

  private static <T> Optional<T> legal(JsonReader in, Supplier<T> construction) {
    try {
      return Optional.of(construction.get());
    } catch (IllegalDesign illegal) {
      // the arms stand elsewhere in the document; here it is the method that does not fit them
      String member = illegal.member().equals("arms") ? "method" : illegal.member();
      in.fault(member, String.valueOf(illegal.getMessage()));
      return Optional.empty();
    }
  }
}

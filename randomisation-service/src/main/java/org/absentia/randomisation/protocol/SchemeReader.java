package org.absentia.randomisation.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.Bias;
import org.absentia.randomisation.scheme.BiasedCoin;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.scheme.WeiUrn;
import org.absentia.randomisation.scheme.WeightedEpochs;

/** Reads a method of allocation with its settings, as designs and protocols write them. */
public final class SchemeReader {
  /** The methods by their names in a design. */
  enum Method {
    SIMPLE("ratio"),
    PERMUTED_BLOCK("ratio", "blockSizes"),
    BLOCK_URN("ratio", "lambda"),
    BIG_STICK("limit"),
    BIASED_COIN("bias"),
    WEI_URN("alpha", "beta"),
    WEIGHTED_EPOCHS("initialWeights", "limits"),
    MINIMISATION("ratio", "factors", "factorWeights", "measure", "bias"),
    IMPORTED_LIST;

    private final List<String> settings;

    Method(String... settings) {
      this.settings = List.of(settings);
    }
  }

  private SchemeReader() {}

  /**
   * Reads the members {@code method} and the settings of that method; notes each fault.
   *
   * @param beside other members that may stand in the object
   */
  public static Optional<Scheme> read(JsonReader in, List<String> beside) {
    Optional<Method> method = in.choice("method", Method.class);
    if (method.isEmpty()) {
      if (!in.has("method")) {
        in.fault("method", "is missing");
      }
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(beside);
    known.add("method");
    known.addAll(method.orElseThrow().settings);
    in.noOthers(known.toArray(String[]::new));
    return legal(in, () -> scheme(in, method.orElseThrow()));
  }

  /** Constructs what the reader's place describes, or notes what its rules refuse. */
  static <T> Optional<T> legal(JsonReader in, Supplier<T> construction) {
    try {
      return Optional.of(construction.get());
    } catch (IllegalDesign illegal) {
      in.fault(illegal.member(), String.valueOf(illegal.getMessage()));
      return Optional.empty();
    }
  }

  private static Scheme scheme(JsonReader in, Method method) {
    return switch (method) {
      case SIMPLE -> new Simple(ratio(in));
      case PERMUTED_BLOCK -> new PermutedBlock(ratio(in), Members.integers(in, "blockSizes"));
      case BLOCK_URN -> new BlockUrn(ratio(in), in.requiredInteger("lambda"));
      case BIG_STICK -> new BigStick(in.requiredInteger("limit"));
      case BIASED_COIN -> new BiasedCoin(bias(in));
      case WEI_URN -> new WeiUrn(in.requiredInteger("alpha"), in.requiredInteger("beta"));
      case WEIGHTED_EPOCHS -> new WeightedEpochs(Members.longs(in, "initialWeights"), limits(in));
      case MINIMISATION ->
          new Minimisation(
              ratio(in),
              Members.requiredTexts(in, "factors"),
              Members.integers(in, "factorWeights"),
              in.requiredChoice("measure", Minimisation.Measure.class),
              bias(in));
      case IMPORTED_LIST -> new ImportedList();
    };
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
}

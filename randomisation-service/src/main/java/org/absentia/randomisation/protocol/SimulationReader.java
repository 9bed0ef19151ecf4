package org.absentia.randomisation.protocol;

import java.util.List;
import java.util.Optional;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.simulation.SimulationRequest;

/** Reads what shall be simulated. */
public final class SimulationReader {
  private static final int MOST_PARTICIPANTS = 10_000;
  private static final int FEWEST_RUNS = 10_000;
  private static final int MOST_RUNS = 1_000_000;
  private static final int MOST_LEVELS = 100;
  private static final double MOST_EFFECT = 2;
  private static final double MOST_PASTS = 20_000;
  private static final List<String> BESIDE =
      List.of("alg", "trial", "version", "arms", "strata", "slotsPerStratum");
  private static final SimulationRequest PLACEHOLDER =
      new SimulationRequest(new Simple(Ratio.of(1, 1)), 2, 1, FEWEST_RUNS, 1, 0, 0, 2);

  private SimulationReader() {}

  /** Reads the request; notes each fault and goes on with a harmless placeholder. */
  public static SimulationRequest read(JsonReader in) {
    in.noOthers("design", "n", "seed", "runs", "theta", "eta", "levelsPerFactor");
    JsonReader design = in.requiredObject("design");
    List<String> arms = Members.requiredTexts(design, "arms");
    Optional<Scheme> scheme = scheme(design, arms.size());
    int n = in.requiredInteger("n");
    if (in.has("n") && (n < 1 || n > MOST_PARTICIPANTS)) {
      in.fault("n", "must lie between 1 and " + MOST_PARTICIPANTS);
    }
    int runs = within(in, "runs", FEWEST_RUNS, FEWEST_RUNS, MOST_RUNS);
    int levels = within(in, "levelsPerFactor", 2, 1, MOST_LEVELS);
    double theta = effect(in, "theta", 1);
    double eta = effect(in, "eta", 0.5);
    long seed = in.longInteger("seed").orElse(1);
    return in.faults().any()
        ? PLACEHOLDER
        : new SimulationRequest(
            scheme.orElseThrow(), arms.size(), n, runs, seed, theta, eta, levels);
  }

  private static Optional<Scheme> scheme(JsonReader design, int arms) {
    if (design.node().isMissingNode()) {
      return Optional.empty();
    }
    Optional<Scheme> scheme = SchemeReader.read(design, BESIDE);
    if (design.has("arms") && arms < 2) {
      design.fault("arms", "names at least two arms");
      return Optional.empty();
    }
    return simulable(design, scheme, arms);
  }

  /** Returns the method if it can be simulated with so many arms; notes why it cannot. */
  public static Optional<Scheme> simulable(JsonReader design, Optional<Scheme> scheme, int arms) {
    if (scheme.filter(ImportedList.class::isInstance).isPresent()) {
      design.fault("method", "follows no rule that could be simulated");
    }
    Optional<Scheme> fitting = scheme.filter(read -> fits(design, read, arms));
    if (fitting.filter(SimulationReader::hasTooManyPasts).isPresent()) {
      design.fault("blockSizes", "are too large to be simulated together");
      return Optional.empty();
    }
    return fitting;
  }

  // with several sizes every state of every block has a probability of its own
  private static boolean hasTooManyPasts(Scheme scheme) {
    if (!(scheme instanceof PermutedBlock blocks) || blocks.blockSizes().size() == 1) {
      return false;
    }
    double pasts = 0;
    for (int size : blocks.blockSizes()) {
      double ofBlock = 1;
      for (int part : blocks.ratio().parts()) {
        ofBlock *= (double) part * size / blocks.ratio().sum() + 1;
      }
      pasts += ofBlock;
    }
    return pasts > MOST_PASTS;
  }

  private static boolean fits(JsonReader design, Scheme scheme, int arms) {
    try {
      scheme.checkArms(arms);
      return true;
    } catch (IllegalDesign illegal) {
      design.fault(illegal.member(), String.valueOf(illegal.getMessage()));
      return false;
    }
  }

  private static int within(JsonReader in, String name, int otherwise, int least, int most) {
    int value = in.integer(name).orElse(otherwise);
    if (value < least || value > most) {
      in.fault(name, "must lie between " + least + " and " + most);
    }
    return value;
  }

  private static double effect(JsonReader in, String name, double otherwise) {
    double value = in.decimal(name).map(Number::doubleValue).orElse(otherwise);
    if (value < 0 || value > MOST_EFFECT) {
      in.fault(name, "must lie between 0 and 2");
    }
    return value;
  }
}

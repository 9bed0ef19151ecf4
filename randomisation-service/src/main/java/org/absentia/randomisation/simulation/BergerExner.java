package org.absentia.randomisation.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.absentia.randomisation.scheme.IllegalDesign;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.SequenceScheme;

/**
 * The test of Berger and Exner (1999). The reverse propensity score of an allocation is the
 * probability that it had of one arm, given the method and all allocations of the stratum before
 * it. Responses that go with it, arms being equal, speak for a recruiter who guessed.
 */
public final class BergerExner {
  private static final int NO_LEVELS = 1;

  private BergerExner() {}

  /**
   * A slot in the order of its stratum.
   *
   * @param response empty for a slot that counts for the past only: voided, erased or without
   *     outcome
   */
  public record Slot(int arm, OptionalDouble response) {}

  /**
   * A slope of the response on the reverse propensity score, with its t-test.
   *
   * @param arm the arm whose probability is the score
   * @param among the arm whose participants are looked at; empty for all, adjusted for their arms
   */
  public record Tested(
      int arm,
      OptionalInt among,
      int participants,
      double slope,
      double standardError,
      double t,
      int degreesOfFreedom,
      double pValue) {}

  private record Scored(int stratum, int arm, double response, List<Double> scores) {}

  /**
   * Tests each arm but the first one among all participants and among those of each arm; strata are
   * adjusted for. What cannot be tested, for want of participants or since the score does not vary,
   * is left out.
   *
   * @throws IllegalDesign when an allocation does not follow from those before it in its stratum
   */
  public static List<Tested> of(Scheme scheme, int arms, List<List<Slot>> strata) {
    if (!(scheme instanceof SequenceScheme)) {
      throw new IllegalDesign(
          "method", "must let the past of a stratum foretell its next allocation");
    }
    Supplier<Walk> walks = Guesser.of(scheme, NO_LEVELS).walks().get();
    List<Scored> scored = new ArrayList<>();
    for (int stratum = 0; stratum < strata.size(); stratum++) {
      score(stratum, strata.get(stratum), walks.get(), scored);
    }
    List<Tested> tested = new ArrayList<>();
    for (int arm = 1; arm < arms; arm++) {
      test(arm, OptionalInt.empty(), arms, strata.size(), scored).ifPresent(tested::add);
      for (int among = 0; among < arms; among++) {
        test(arm, OptionalInt.of(among), arms, strata.size(), scored).ifPresent(tested::add);
      }
    }
    return tested;
  }

  private static void score(int stratum, List<Slot> slots, Walk walk, List<Scored> scored) {
    for (Slot slot : slots) {
      List<Double> scores = new ArrayList<>();
      for (int arm = 0; arm < walk.arms(); arm++) {
        scores.add(walk.probability(arm));
      }
      slot.response()
          .ifPresent(response -> scored.add(new Scored(stratum, slot.arm(), response, scores)));
      walk.take(slot.arm());
    }
  }

  private static Optional<Tested> test(
      int arm, OptionalInt among, int arms, int strata, List<Scored> all) {
    List<Scored> scored =
        all.stream().filter(one -> among.isEmpty() || one.arm() == among.getAsInt()).toList();
    List<double[]> columns = new ArrayList<>();
    for (int other = 0; other < arms; other++) {
      int of = other;
      columns.add(indicator(scored, one -> one.arm() == of));
    }
    for (int other = 0; other < strata; other++) {
      int of = other;
      columns.add(indicator(scored, one -> one.stratum() == of));
    }
    columns.add(scored.stream().mapToDouble(one -> one.scores().get(arm)).toArray());
    return LastSlope.of(columns, scored.stream().mapToDouble(Scored::response).toArray())
        .map(
            fit ->
                new Tested(
                    arm,
                    among,
                    fit.n(),
                    fit.slope(),
                    fit.standardError(),
                    fit.t(),
                    fit.degreesOfFreedom(),
                    fit.pValue()));
  }

  private static double[] indicator(List<Scored> scored, Predicate<Scored> belongs) {
    return scored.stream().mapToDouble(one -> belongs.test(one) ? 1 : 0).toArray();
  }
}

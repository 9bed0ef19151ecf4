package org.absentia.randomisation.report;

import java.util.List;
import java.util.stream.Collectors;
import org.absentia.randomisation.scheme.BiasedCoin;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.scheme.WeiUrn;
import org.absentia.randomisation.scheme.WeightedEpochs;

/** A method of allocation in a sentence, as a paper would name it. */
final class SchemeWords {
  private SchemeWords() {}

  static String of(Scheme scheme) {
    return switch (scheme) {
      case Simple simple ->
          "Simple (unrestricted) randomisation in the ratio " + ratio(simple.ratio()) + ".";
      case PermutedBlock blocks -> blocks(blocks);
      case BlockUrn urn ->
          "Block urn design (Zhao and Weng 2011) with lambda = %d in the ratio %s."
              .formatted(urn.lambda(), ratio(urn.ratio()));
      case BigStick stick ->
          "Big stick design (Soares and Wu 1983): a fair coin unless the arms differ by %d."
              .formatted(stick.limit());
      case BiasedCoin coin ->
          "Biased coin design (Efron 1971): the smaller arm has the probability %d/%d."
              .formatted(coin.bias().p(), coin.bias().q());
      case WeiUrn urn ->
          "Urn design (Wei 1977) that starts with %d balls for each arm and adds %d of the other arm after each draw."
              .formatted(urn.alpha(), urn.beta());
      case WeightedEpochs epochs ->
          "Draws with weights that may change between declared epochs with the capacity of the arms; they began as %s"
                  .formatted(numbers(epochs.initialWeights()))
              + " and stayed inside the limits %s."
                  .formatted(
                      epochs.limits().stream()
                          .map(SchemeWords::numbers)
                          .collect(Collectors.joining(" and ")));
      case Minimisation minimised ->
          "Minimisation (Pocock and Simon 1975) over %s by %s in the ratio %s; the best arm has the probability %d/%d."
              .formatted(
                  String.join(", ", minimised.factors()),
                  minimised.measure() == Minimisation.Measure.RANGE ? "range" : "variance",
                  ratio(minimised.ratio()),
                  minimised.bias().p(),
                  minimised.bias().q());
      case ImportedList list ->
          "A list made by the trial statistician outside this service and sealed in it row by row.";
    };
  }

  private static String blocks(PermutedBlock blocks) {
    String sizes =
        blocks.blockSizes().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return blocks.blockSizes().size() == 1
        ? "Permuted blocks of %s in the ratio %s.".formatted(sizes, ratio(blocks.ratio()))
        : "Permuted blocks of sizes drawn at random among %s in the ratio %s."
            .formatted(sizes, ratio(blocks.ratio()));
  }

  private static String ratio(Ratio ratio) {
    return ratio.parts().stream().map(String::valueOf).collect(Collectors.joining(":"));
  }

  private static String numbers(List<Long> weights) {
    return weights.stream().map(String::valueOf).collect(Collectors.joining(":"));
  }
}

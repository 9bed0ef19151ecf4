package org.absentia.randomisation.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

/**
 * How somebody who knows the method and saw every allocation foretells the next one.
 *
 * @param start the empty past, for methods whose pasts can be summed over
 * @param walks starts runs; each call serves one thread
 */
record Guesser(Optional<CountedPast> start, Supplier<Supplier<Walk>> walks) {

  /**
   * Returns the guesser of a method.
   *
   * @throws IllegalDesign for a list, which follows no rule
   */
  static Guesser of(Scheme scheme, int levelsPerFactor) {
    return switch (scheme) {
      case Simple simple -> counted(new FixedWeights(longs(simple.ratio())));
      case PermutedBlock blocks -> blocks(blocks);
      case BlockUrn urn -> counted(UrnOfBlocks.fresh(urn));
      case BigStick stick -> counted(Lead.bigStick(stick.limit()));
      case BiasedCoin coin -> counted(Lead.biasedCoin(coin.bias()));
      case WeiUrn urn ->
          counted(new TwoColours(List.of((long) urn.alpha(), (long) urn.alpha()), urn.beta()));
      case WeightedEpochs epochs -> counted(new FixedWeights(epochs.initialWeights()));
      case Minimisation minimised ->
          new Guesser(Optional.empty(), () -> () -> new MinimisedWalk(minimised, levelsPerFactor));
      case ImportedList list -> throw new IllegalDesign("method", "follows no rule to simulate");
    };
  }

  private static Guesser counted(CountedPast start) {
    return new Guesser(
        Optional.of(start),
        () -> {
          KnownPasts known = new KnownPasts(start);
          return known::walk;
        });
  }

  private static Guesser blocks(PermutedBlock scheme) {
    List<List<Long>> blocks =
        scheme.blockSizes().stream().map(size -> Counts.block(scheme.ratio(), size)).toList();
    if (blocks.size() == 1) {
      return counted(OneBlockSize.whole(blocks.getFirst()));
    }
    SeveralBlockSizes sizes = new SeveralBlockSizes(blocks);
    return new Guesser(Optional.empty(), () -> sizes::walk);
  }

  private static List<Long> longs(Ratio ratio) {
    return ratio.parts().stream().map(Integer::longValue).toList();
  }
}

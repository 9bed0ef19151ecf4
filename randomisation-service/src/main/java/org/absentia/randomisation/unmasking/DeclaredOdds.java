package org.absentia.randomisation.unmasking;

import java.util.List;
import java.util.Optional;
import org.absentia.randomisation.scheme.BiasedCoin;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.Epoch;
import org.absentia.randomisation.scheme.ImportedList;
import org.absentia.randomisation.scheme.Minimisation;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.scheme.WeiUrn;
import org.absentia.randomisation.scheme.WeightedEpochs;

/**
 * The odds of an arm as the design declares them, whatever the slots before were: the weights of
 * the epoch where there are epochs, the ratio otherwise. They are what an analysis weights by; the
 * odds given the past are those of a guesser.
 */
final class DeclaredOdds {
  private DeclaredOdds() {}

  /** Returns the odds; empty for a list that was made elsewhere. */
  static Optional<Unmasked.Odds> of(Scheme scheme, List<Epoch> epochs, int slot, int arm) {
    return switch (scheme) {
      case Simple simple -> of(simple.ratio(), arm);
      case PermutedBlock blocks -> of(blocks.ratio(), arm);
      case BlockUrn urn -> of(urn.ratio(), arm);
      case Minimisation minimised -> of(minimised.ratio(), arm);
      case BigStick even -> of(Ratio.of(1, 1), arm);
      case BiasedCoin even -> of(Ratio.of(1, 1), arm);
      case WeiUrn even -> of(Ratio.of(1, 1), arm);
      case WeightedEpochs weighted -> of(weights(weighted, epochs, slot), arm);
      case ImportedList list -> Optional.empty();
    };
  }

  private static List<Long> weights(WeightedEpochs scheme, List<Epoch> epochs, int slot) {
    int number = Epoch.number(epochs, slot);
    return number == 1 ? scheme.initialWeights() : epochs.get(number - 2).weights();
  }

  private static Optional<Unmasked.Odds> of(Ratio ratio, int arm) {
    return of(ratio.parts().stream().map(Integer::longValue).toList(), arm);
  }

  private static Optional<Unmasked.Odds> of(List<Long> weights, int arm) {
    return Optional.of(
        new Unmasked.Odds(weights.get(arm), weights.stream().mapToLong(Long::longValue).sum()));
  }
}

package org.absentia.randomisation.simulation;

import java.util.List;
import org.absentia.randomisation.scheme.Bias;
import org.absentia.randomisation.scheme.BiasedCoin;
import org.absentia.randomisation.scheme.BigStick;
import org.absentia.randomisation.scheme.BlockUrn;
import org.absentia.randomisation.scheme.PermutedBlock;
import org.absentia.randomisation.scheme.Ratio;
import org.absentia.randomisation.scheme.Scheme;
import org.absentia.randomisation.scheme.Simple;
import org.absentia.randomisation.scheme.WeiUrn;

/**
 * A design that trials commonly choose among.
 *
 * @param key names it in an address; other ones for three arms than for two
 * @param name names it to a statistician
 */
public record ComparedDesign(String key, String name, Scheme scheme) {
  private static final Ratio TWO = Ratio.of(1, 1);
  private static final Ratio THREE = Ratio.of(1, 1, 1);

  /** Returns the usual designs for two or three arms of equal size, most restrictive first. */
  public static List<ComparedDesign> ofArms(int arms) {
    return arms == 2
        ? List.of(
            new ComparedDesign("blocks-4", "Permuted blocks of 4", blocks(TWO, 4)),
            new ComparedDesign("blocks-6", "Permuted blocks of 6", blocks(TWO, 6)),
            new ComparedDesign("blocks-4-6", "Permuted blocks of 4 or 6", blocks(TWO, 4, 6)),
            new ComparedDesign("block-urn-2", "Block urn, \u03bb = 2", new BlockUrn(TWO, 2)),
            new ComparedDesign("block-urn-3", "Block urn, \u03bb = 3", new BlockUrn(TWO, 3)),
            new ComparedDesign("big-stick-3", "Big stick, limit 3", new BigStick(3)),
            new ComparedDesign("efron", "Efron\u2019s coin, 2/3", new BiasedCoin(new Bias(2, 3))),
            new ComparedDesign("wei", "Wei\u2019s urn (1, 1)", new WeiUrn(1, 1)),
            new ComparedDesign("simple", "Simple", new Simple(TWO)))
        : List.of(
            new ComparedDesign("three-blocks-3", "Permuted blocks of 3", blocks(THREE, 3)),
            new ComparedDesign("three-blocks-6", "Permuted blocks of 6", blocks(THREE, 6)),
            new ComparedDesign("three-blocks-9", "Permuted blocks of 9", blocks(THREE, 9)),
            new ComparedDesign(
                "three-blocks-6-9", "Permuted blocks of 6 or 9", blocks(THREE, 6, 9)),
            new ComparedDesign(
                "three-block-urn-2", "Block urn, \u03bb = 2", new BlockUrn(THREE, 2)),
            new ComparedDesign(
                "three-block-urn-3", "Block urn, \u03bb = 3", new BlockUrn(THREE, 3)),
            new ComparedDesign("three-simple", "Simple", new Simple(THREE)));
  }

  private static PermutedBlock blocks(Ratio ratio, Integer... sizes) {
    return new PermutedBlock(ratio, List.of(sizes));
  }
}

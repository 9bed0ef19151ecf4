package org.absentia.statistics.imputation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.absentia.statistics.data.Indexes;
import org.absentia.statistics.progress.Steps;
import org.absentia.statistics.random.Draws;
import org.absentia.statistics.random.RandomTree;

/**
 * Multiple imputation by chained equations (van Buuren and Groothuis-Oudshoorn 2011; White, Royston
 * and Wood 2011; R {@code mice}, Stata {@code mi impute chained}). Each gap starts at an observed
 * value of its variable, drawn at random; an iteration visits the variables from the fewest gaps to
 * the most and draws each from a model of its observed values, given the others as they now stand.
 * Imputations run side by side, each on the random stream of its number. See
 * contracts/statistics-formulas.md F12.
 */
public record ChainedEquations(int imputations, int iterations) {
  private static final int MOST = 1_000_000;

  public ChainedEquations {
    if (imputations < 1 || imputations > MOST || iterations < 1 || iterations > MOST) {
      throw new IllegalArgumentException("imputations and iterations must lie from 1 to " + MOST);
    }
  }

  /**
   * Fills the gaps.
   *
   * @param variables in column order, all of one length; an incomplete one has an equation and an
   *     observed value at least
   */
  public Imputations run(List<ChainVariable> variables, RandomTree random) {
    Indexes rows = Gaps.usedRows(variables);
    List<Gaps> gaps =
        variables.stream()
            .map(variable -> Gaps.of(variable, rows))
            .filter(each -> each.missing().size() > 0)
            .sorted(Comparator.comparingInt(each -> each.missing().size()))
            .toList();
    for (Gaps each : gaps) {
      if (each.observed().size() == 0 || each.variable().equation().isEmpty()) {
        throw new IllegalArgumentException(each.variable().name() + " cannot be imputed");
      }
    }
    RandomTree chains = random.branch("chained equations");
    Steps steps = Steps.of("iterations", (long) imputations * iterations);
    List<Imputation> all =
        IntStream.range(0, imputations)
            .parallel()
            .mapToObj(i -> new Chain(variables, gaps, rows, new Draws(chains.stream(i))))
            .map(chain -> steps.inside(() -> chain.run(iterations, steps)))
            .toList();
    return new Imputations(rows, gaps, all);
  }
}

package org.absentia.randomisation.leak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What two rules make of a set of sightings: each learns from one half and guesses in the other.
 */
record Verdict(int features, Chance chance, double logistic, double neighbours) {
  private static final Rule LOGISTIC = new LogisticRegression();
  private static final Rule NEIGHBOURS = new NearestNeighbours(15);

  static Verdict of(List<Sighting> sightings, int arms, UnaryOperator<Sighting> plant) {
    Features features = new Features();
    Sample all =
        Sample.of(
            sightings.stream().map(plant).map(features::of),
            sightings.stream().map(Sighting::arm).toList());
    List<Integer> order = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
    Collections.shuffle(order, new Random(1));
    int half = all.size() / 2;
    Sample learned = all.part(order.subList(0, half).stream().mapToInt(i -> i).toArray());
    Sample asked = all.part(order.subList(half, all.size()).stream().mapToInt(i -> i).toArray());
    Relevance relevance = Relevance.of(learned, arms);
    return new Verdict(
        all.features(),
        Chance.of(arms, asked.size()),
        LOGISTIC.shareRight(relevance.in(learned), relevance.in(asked), arms),
        NEIGHBOURS.shareRight(relevance.in(learned), relevance.in(asked), arms));
  }

  boolean isChance() {
    return chance.holds(logistic) && chance.holds(neighbours);
  }

  boolean isLeak() {
    return logistic > chance.to() || neighbours > chance.to();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d features, right guesses: logistic %.4f, neighbours %.4f, chance %.4f to %.4f",
        features,
        logistic,
        neighbours,
        chance.from(),
        chance.to());
  }
}

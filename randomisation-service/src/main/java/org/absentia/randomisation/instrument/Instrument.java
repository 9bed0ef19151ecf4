package org.absentia.randomisation.instrument;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.absentia.randomisation.instrument.Scale.Points;

/**
 * A questionnaire's scoring rule.
 *
 * @param total the items that make the score; others are apart
 * @param subscales further scores on some of the items
 * @param bands names for ranges of the score, lowest first; empty where it has none
 * @param weighting the range of scores, where a table of weights that the trial supplies takes the
 *     place of the points
 * @param responseWidths how many answers an item may have, where a trial can choose
 */
public record Instrument(
    String name,
    String title,
    List<Item> items,
    Scale total,
    List<Scale> subscales,
    List<Band> bands,
    Optional<Weights.Range> weighting,
    List<Integer> responseWidths) {
  public Instrument {
    items = List.copyOf(items);
    subscales = List.copyOf(subscales);
    bands = List.copyOf(bands);
    responseWidths = List.copyOf(responseWidths);
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i - 1).atLeast().compareTo(bands.get(i).atLeast()) >= 0) {
        throw new IllegalArgumentException("bands ascend");
      }
    }
  }

  /** Scores the answers, which fit the items in number and range. */
  public Score score(ItemAnswers answers) {
    return score(answers, Optional.empty());
  }

  /** Scores the answers with the trial's table of weights, if the instrument needs one. */
  public Score score(ItemAnswers answers, Optional<Weights> weights) {
    return score(total, answers, weights);
  }

  /** Scores each subscale. */
  public Map<String, Score> subscores(ItemAnswers answers, Optional<Weights> weights) {
    Map<String, Score> scores = new LinkedHashMap<>();
    subscales.forEach(scale -> scores.put(scale.name(), score(scale, answers, weights)));
    return scores;
  }

  /** Returns the band that the score lies in whatever the missing items are. */
  public Optional<String> band(Score score) {
    Optional<String> lowest = band(score.lowest());
    return lowest.equals(band(score.highest())) ? lowest : Optional.empty();
  }

  /** Returns the instrument with items that have so many answers. */
  public Instrument withResponseWidth(int width) {
    if (!responseWidths.contains(width)) {
      throw new IllegalArgumentException("a response width that the instrument does not have");
    }
    List<Item> others =
        items.stream()
            .map(
                item ->
                    new Item(
                        item.minimum(), item.minimum() + width - 1, item.reversed(), item.bands()))
            .toList();
    return new Instrument(name, title, others, total, subscales, bands, weighting, responseWidths);
  }

  private Optional<String> band(BigDecimal value) {
    return bands.reversed().stream()
        .filter(band -> band.atLeast().compareTo(value) <= 0)
        .findFirst()
        .map(Band::name);
  }

  private Score score(Scale scale, ItemAnswers answers, Optional<Weights> weights) {
    if (answers.values().size() != items.size()) {
      throw new IllegalArgumentException("there is one answer, or a missing one, for each item");
    }
    if (weighting.isPresent() && weights.isEmpty()) {
      Weights.Range range = weighting.orElseThrow();
      return new Score.Undetermined(
          range.lowest(), range.highest(), scale.missing(answers), Score.Reason.WEIGHTS_MISSING);
    }
    return scale.score(
        answers, weighting.isPresent() ? weighted(weights.orElseThrow()) : counted());
  }

  private Points counted() {
    return new Points() {
      @Override
      public BigDecimal of(int item, int answer) {
        return BigDecimal.valueOf(items.get(item).points(answer));
      }

      @Override
      public BigDecimal fewest(int item) {
        return BigDecimal.valueOf(items.get(item).fewestPoints());
      }

      @Override
      public BigDecimal most(int item) {
        return BigDecimal.valueOf(items.get(item).mostPoints());
      }
    };
  }

  private Points weighted(Weights weights) {
    return new Points() {
      @Override
      public BigDecimal of(int item, int answer) {
        return weights.byItem().get(item).get(answer - items.get(item).minimum());
      }

      @Override
      public BigDecimal fewest(int item) {
        List<BigDecimal> values = weights.byItem().get(item);
        return values.stream().reduce(values.getFirst(), BigDecimal::min);
      }

      @Override
      public BigDecimal most(int item) {
        List<BigDecimal> values = weights.byItem().get(item);
        return values.stream().reduce(values.getFirst(), BigDecimal::max);
      }
    };
  }
}

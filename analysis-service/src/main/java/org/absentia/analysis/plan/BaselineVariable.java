package org.absentia.analysis.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A line (or a group of lines) of the baseline table.
 *
 * @param onlyWith other variables that must have one of these levels for this one to count; else it
 *     counts as "no"
 */
public record BaselineVariable(
    String name, String label, Source source, Summary summary, Map<String, Set<String>> onlyWith) {

  public BaselineVariable {
    onlyWith = Map.copyOf(onlyWith);
  }

  /** Where the value comes from. */
  public enum Source {
    /** Given, scored or stratified at inclusion; arrives with the baseline answers. */
    BASELINE,
    /** Computed from the registers; arrives with the outcome. */
    OUTCOME
  }

  /** How a variable is summarised per group. */
  public sealed interface Summary {}

  public record MedianIqr() implements Summary {}

  public record MeanSd() implements Summary {}

  /**
   * Number and per cent of each of these levels; with a single one the variable itself is the line.
   */
  public record Percent(List<Level> shown) implements Summary {
    public Percent {
      Set<String> names = new LinkedHashSet<>(shown.stream().map(Level::name).toList());
      if (names.isEmpty() || names.size() != shown.size()) {
        throw new IllegalArgumentException("levels to show must be named, each once");
      }
      shown = List.copyOf(shown);
    }
  }

  public record PercentAtLeast(double threshold) implements Summary {}

  /** Number and per cent of the values in each band. */
  public record Bands(List<Band> bands) implements Summary {
    public Bands {
      bands = List.copyOf(bands);
    }
  }

  public record Level(String name, String label) {}

  /** Values from {@code from} to {@code to}, both included. */
  public record Band(String label, double from, double to) {
    public boolean holds(double value) {
      return value >= from && value <= to;
    }
  }
}

package org.absentia.randomisation.scheme;

import java.util.List;

/** How many participants each arm gets of every sum, for example 2:1. */
public record Ratio(List<Integer> parts) {
  private static final int LARGEST_PART = 1000;

  public Ratio {
    parts = List.copyOf(parts);
    IllegalDesign.unless(
        parts.stream().allMatch(part -> part >= 1 && part <= LARGEST_PART),
        "ratio",
        "each part lies between 1 and 1000");
  }

  public static Ratio of(Integer... parts) {
    return new Ratio(List.of(parts));
  }

  public int sum() {
    return parts.stream().mapToInt(Integer::intValue).sum();
  }

  int of(int arm) {
    return parts.get(arm);
  }

  List<Long> weights() {
    return parts.stream().map(Integer::longValue).toList();
  }

  void checkArms(int arms) {
    IllegalDesign.unless(parts.size() == arms, "ratio", "has one part for each arm");
  }
}

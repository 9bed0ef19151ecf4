package org.absentia.randomisation.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A score by the Motivational Interviewing Treatment Integrity code, version 4.2.1 (Moyers et al.
 * 2014): four global scores from 1 to 5 and ten counts of what the interviewer said.
 */
public record MitiScore(Map<String, Integer> globals, Map<String, Integer> counts) {
  public static final List<String> GLOBALS =
      List.of("cultivatingChangeTalk", "softeningSustainTalk", "partnership", "empathy");
  public static final List<String> COUNTS =
      List.of(
          "givingInformation",
          "persuade",
          "persuadeWithPermission",
          "question",
          "simpleReflection",
          "complexReflection",
          "affirm",
          "seekingCollaboration",
          "emphasizingAutonomy",
          "confront");
  public static final int LEAST_GLOBAL = 1;
  public static final int MOST_GLOBAL = 5;
  private static final int DIGITS = 4;

  /**
   * What the manual derives from a score.
   *
   * @param technical mean of the two global scores on change and sustain talk
   * @param relational mean of partnership and empathy
   * @param complexShare complex reflections among all; empty without any
   * @param reflectionsPerQuestion empty without questions
   * @param adherent affirming, seeking collaboration, emphasising autonomy
   * @param nonAdherent confronting, persuading
   */
  public record Summary(
      BigDecimal technical,
      BigDecimal relational,
      Optional<BigDecimal> complexShare,
      Optional<BigDecimal> reflectionsPerQuestion,
      int adherent,
      int nonAdherent) {}

  public MitiScore {
    globals = Map.copyOf(globals);
    counts = Map.copyOf(counts);
    boolean inRange =
        globals.values().stream().allMatch(n -> n >= LEAST_GLOBAL && n <= MOST_GLOBAL)
            && counts.values().stream().allMatch(n -> n >= 0);
    if (!globals.keySet().containsAll(GLOBALS)
        || !counts.keySet().containsAll(COUNTS)
        || !inRange) {
      throw new IllegalArgumentException("a MITI score has all its globals and counts");
    }
  }

  public Summary summary() {
    int complex = count("complexReflection");
    int reflections = complex + count("simpleReflection");
    return new Summary(
        mean("cultivatingChangeTalk", "softeningSustainTalk"),
        mean("partnership", "empathy"),
        ratio(complex, reflections),
        ratio(reflections, count("question")),
        count("affirm") + count("seekingCollaboration") + count("emphasizingAutonomy"),
        count("confront") + count("persuade"));
  }

  private BigDecimal mean(String one, String other) {
    int sum = globals.getOrDefault(one, 0) + globals.getOrDefault(other, 0);
    return ratio(sum, 2).orElseThrow();
  }

  private int count(String name) {
    return counts.getOrDefault(name, 0);
  }

  private static Optional<BigDecimal> ratio(int part, int whole) {
    return whole == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros());
  }
}

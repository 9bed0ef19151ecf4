package org.absentia.suite.world;

/**
 * What is true of a person whether asked or not. Pain, function and the two risk scores hang
 * together through one hidden severity; frailty (mean about 0, deviation about 1) says how slowly
 * the person gets back to work, and leans on the traits that the trial's regression found: men,
 * poor work ability and poor musculoskeletal health stay away longer, long education shorter.
 */
public record Traits(
    Sex sex,
    Education education,
    boolean whiteCollar,
    int keele,
    int orebro,
    int workAbility,
    int musculoskeletalHealth,
    double frailty) {

  private static final int KEELE_HIGH = 9;
  private static final int OREBRO_HIGH = 60;

  static Traits draw(Draws draws) {
    Sex sex = draws.chance(0.57) ? Sex.FEMALE : Sex.MALE;
    Education education =
        draws.pick(
            Weighted.of(Education.COMPULSORY, 0.107)
                .or(Education.HIGH_SCHOOL, 0.528)
                .or(Education.HIGHER_UNDER_4, 0.262)
                .or(Education.HIGHER_4_OR_MORE, 0.103));
    boolean whiteCollar =
        draws.chance(education.compareTo(Education.HIGHER_UNDER_4) >= 0 ? 0.55 : 0.227);
    double severity = draws.normal();
    int keele = rounded(7.13 + 2.76 * (0.82 * severity + 0.57 * draws.normal()), 0, 12);
    int orebro = rounded(53.5 + 15.5 * (0.82 * severity + 0.57 * draws.normal()), 5, 98);
    int workAbility = rounded(2.9 - 1.5 * severity + 2.1 * draws.normal(), 0, 10);
    int health = rounded(27 - 5 * severity + 6.8 * draws.normal(), 2, 54);
    double frailty =
        0.17 * (sex == Sex.MALE ? 1.14 : -0.86)
            - 0.26 * (workAbility - 3.1) / 2.4
            - 0.20 * (health - 27) / 8.4
            - (education == Education.HIGHER_4_OR_MORE ? 0.25 : -0.03)
            + 0.85 * draws.normal();
    return new Traits(sex, education, whiteCollar, keele, orebro, workAbility, health, frailty);
  }

  /** Both scores at or above their limits, as the trial defines high risk. */
  public boolean highRisk() {
    return keele >= KEELE_HIGH && orebro >= OREBRO_HIGH;
  }

  private static int rounded(double value, int lowest, int highest) {
    return (int) Math.clamp(Math.round(value), lowest, highest);
  }
}

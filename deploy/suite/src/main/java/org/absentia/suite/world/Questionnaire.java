package org.absentia.suite.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A person's answers to the baseline questionnaire under the names of the mi-nav protocol, all
 * questions answered; which answers are missing is decided for the whole trial.
 *
 * @param answers by variable name
 * @param items the answers to each item of the two risk instruments
 */
public record Questionnaire(Map<String, Object> answers, Map<String, List<Integer>> items) {

  public Questionnaire {
    answers = Map.copyOf(answers);
    items = Map.copyOf(items);
  }

  static Questionnaire draw(Traits traits, int age, String painArea, Draws draws) {
    Map<String, Object> answers = new TreeMap<>();
    answers.put("age", age);
    answers.put("female", yesNo(traits.sex() == Sex.FEMALE));
    answers.put("marriedOrCohabiting", yesNo(draws.chance(0.698)));
    answers.put("norwegianFirstLanguage", yesNo(draws.chance(0.879)));
    answers.put("education", traits.education().name());
    answers.put("healthLiteracy", whole(draws.normal(52, 10.4), 12, 72));
    answers.put("smoker", yesNo(draws.chance(0.214)));
    answers.put("bodyMassIndex", Math.round(273 * Math.exp(0.19 * draws.normal())) / 10.0);
    answers.put(
        "physicalActivityDays",
        draws.pick(Weighted.of("0", 0.356).or("1-2", 0.249).or("3-4", 0.242).or("5-7", 0.153)));
    answers.put("musculoskeletalHealth", traits.musculoskeletalHealth());
    answers.put("workAbility", traits.workAbility());
    answers.put("workSatisfaction", draws.pick(WORK_SATISFACTION));
    answers.put("employerConflict", yesNo(draws.chance(0.049)));
    answers.put(
        "employerFollowUp",
        draws.pick(Weighted.of("NONE", 0.412).or("ONE", 0.359).or("BOTH", 0.229)));
    answers.put("collar", traits.whiteCollar() ? "WHITE" : "BLUE");
    answers.put("selfRatedHealth", selfRatedHealth(traits, draws));
    answers.put("bodyPainArea", painArea);
    return new Questionnaire(
        answers,
        Map.of(
            "keele-start-msk", Items.keele(traits.keele(), draws),
            "ompsq-sf", Items.orebro(traits.orebro(), draws)));
  }

  /** Leave a question unanswered. */
  Questionnaire without(String variable) {
    Map<String, Object> fewer = new TreeMap<>(answers);
    fewer.remove(variable);
    return new Questionnaire(fewer, items);
  }

  private static final Weighted<Integer> WORK_SATISFACTION =
      Weighted.of(10, 0.17)
          .or(9, 0.17)
          .or(8, 0.20)
          .or(7, 0.13)
          .or(6, 0.10)
          .or(5, 0.10)
          .or(4, 0.05)
          .or(3, 0.04)
          .or(2, 0.02)
          .or(1, 0.01)
          .or(0, 0.01);

  private static int selfRatedHealth(Traits traits, Draws draws) {
    return whole(58 + 0.9 * (traits.musculoskeletalHealth() - 27) + draws.normal(0, 16), 0, 100);
  }

  private static String yesNo(boolean value) {
    return value ? "yes" : "no";
  }

  private static int whole(double value, int lowest, int highest) {
    return (int) Math.clamp(Math.round(value), lowest, highest);
  }
}

package org.absentia.analysis;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.absentia.statistics.CsvTable;

/**
 * The synthetic trial minav_like.csv (see resources/statistics/README.md) in the words of a
 * protocol and its events.
 */
public final class MinavLike {

  private static final List<String> EDUCATION =
      List.of("COMPULSORY", "HIGH_SCHOOL", "HIGHER_UNDER_4", "HIGHER_4_OR_MORE");
  private static final List<String> ACTIVITY = List.of("0", "1-2", "3-4", "5-7");
  private static final List<String> FOLLOW_UP = List.of("NONE", "ONE", "BOTH");
  private static final List<String> CONTRACT =
      List.of("FULL_TIME", "PART_TIME_50_99", "PART_TIME_UNDER_50");
  private static final List<String> SICK_LEAVE = List.of("FULL", "GRADED_50_99", "GRADED_UNDER_50");
  private static final List<String> PAIN =
      List.of(
          "LOWER_LIMB", "UPPER_LIMB", "NECK", "BACK", "MULTISITE", "JOINT", "FRACTURE", "OTHER");

  private MinavLike() {}

  /** One participant; {@code lostWorkdays} is empty for the five who withdrew. */
  public record Person(
      UUID participantId,
      String arm,
      String stratum,
      boolean pilot,
      Map<String, Object> answers,
      Map<String, Object> registry,
      Optional<Double> lostWorkdays) {

    /** The arm as the letter it has in these tests. */
    public String label() {
      return switch (arm) {
        case "UC" -> "A";
        case "UC+MI" -> "B";
        default -> "C";
      };
    }
  }

  /** Read everyone; the ids follow from the trial's name so that trials do not meet. */
  public static List<Person> people(String trial) {
    CsvTable table = CsvTable.read(Path.of("src/test/resources/statistics/data/minav_like.csv"));
    return IntStream.range(0, table.rows()).mapToObj(row -> person(trial, table, row)).toList();
  }

  private static Person person(String trial, CsvTable table, int row) {
    UnaryOperator<String> field = column -> table.text(column, row);
    String days = field.apply("sa_days");
    return new Person(
        UUID.nameUUIDFromBytes((trial + row).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        field.apply("arm"),
        field.apply("high_risk").equals("1") ? "HIGH" : "LOW_MEDIUM",
        field.apply("pilot").equals("1"),
        answers(field),
        days.isEmpty() ? Map.of() : registry(field),
        days.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(days)));
  }

  private static Map<String, Object> answers(UnaryOperator<String> field) {
    Map<String, Object> values = new HashMap<>();
    number(values, "age", field.apply("age"));
    yesNo(values, "female", field.apply("female"));
    yesNo(values, "marriedOrCohabiting", field.apply("married"));
    yesNo(values, "norwegianFirstLanguage", field.apply("norwegian"));
    level(values, "education", field.apply("education"), EDUCATION);
    number(values, "healthLiteracy", field.apply("health_literacy"));
    yesNo(values, "smoker", field.apply("smoker"));
    number(values, "bodyMassIndex", field.apply("bmi"));
    level(values, "physicalActivityDays", field.apply("phys_activity"), ACTIVITY);
    number(values, "musculoskeletalHealth", field.apply("msk_hq"));
    number(values, "workAbility", field.apply("work_ability"));
    values.put("ompsqSf", field.apply("ompsq_high").equals("1") ? 60 : 59);
    values.put(
        "keeleStartMsk", Map.of("high", 9, "medium", 8, "low", 4).get(field.apply("start_msk")));
    yesNo(values, "highRisk", field.apply("high_risk"));
    number(values, "workSatisfaction", field.apply("work_satisfaction"));
    yesNo(values, "employerConflict", field.apply("conflict"));
    level(values, "employerFollowUp", field.apply("employer_followup"), FOLLOW_UP);
    values.put("collar", field.apply("white_collar").equals("1") ? "WHITE" : "BLUE");
    number(values, "selfRatedHealth", field.apply("self_rated_health"));
    level(values, "bodyPainArea", field.apply("pain_area"), PAIN);
    return values;
  }

  private static Map<String, Object> registry(UnaryOperator<String> field) {
    Map<String, Object> values = new HashMap<>();
    level(values, "contract", field.apply("work_time"), CONTRACT);
    values.put("gradedDisabilityPension", field.apply("graded_pension").equals("1"));
    number(values, "lostWorkdaysPreviousYear", field.apply("sa_prev_year"));
    number(values, "consecutiveSickLeaveDays", field.apply("sl_duration"));
    level(values, "sickLeave", field.apply("sl_level"), SICK_LEAVE);
    values.put("workedShareAfterOneWeek", field.apply("rtw_early").equals("1") ? 0.6 : 0.5);
    return values;
  }

  private static void number(Map<String, Object> values, String name, String text) {
    if (!text.isEmpty()) {
      values.put(name, Double.valueOf(text));
    }
  }

  private static void yesNo(Map<String, Object> values, String name, String text) {
    if (!text.isEmpty()) {
      values.put(name, text.equals("1") ? "yes" : "no");
    }
  }

  private static void level(
      Map<String, Object> values, String name, String text, List<String> levels) {
    if (!text.isEmpty()) {
      values.put(name, levels.get(Integer.parseInt(text) - 1));
    }
  }
}

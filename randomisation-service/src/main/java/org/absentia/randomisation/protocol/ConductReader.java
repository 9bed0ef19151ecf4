package org.absentia.randomisation.protocol;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.absentia.platform.json.JsonReader;

/** Reads the sections on eligibility, law, approval and the calendar; all may be left out. */
final class ConductReader {
  private static final String CODE = "[A-Z][A-Z0-9_]{0,62}";

  enum Approval {
    ONE_PERSON,
    TWO_PERSONS
  }

  private ConductReader() {}

  static Conduct read(JsonReader in, String consentVersion) {
    Set<String> codes = new HashSet<>();
    return new Conduct(
        criteria(in, codes),
        reasons(in, codes),
        in.object("legal").map(legal -> legal(legal, consentVersion)),
        in.choice("approval", Approval.class).filter(Approval.TWO_PERSONS::equals).isPresent(),
        in.object("admission")
            .map(ConductReader::admission)
            .orElse(new Conduct.Admission(false, false)),
        calendar(in),
        followUp(in));
  }

  private static List<Criterion> criteria(JsonReader in, Set<String> codes) {
    List<Criterion> criteria = new ArrayList<>();
    for (JsonReader entry : in.objects("eligibility")) {
      entry.noOthers("code", "label", "kind", "at");
      criteria.add(
          new Criterion(
              code(entry, codes),
              entry.requiredText("label"),
              entry.requiredChoice("kind", Criterion.Kind.class),
              moments(entry)));
    }
    return criteria;
  }

  private static List<Criterion.Moment> moments(JsonReader in) {
    List<String> known = Arrays.stream(Criterion.Moment.values()).map(Enum::name).toList();
    List<String> named = Members.requiredTexts(in, "at");
    if (named.isEmpty()
        || !known.containsAll(named)
        || named.size() != named.stream().distinct().count()) {
      in.fault("at", "names at least one of " + String.join(", ", known) + ", each once");
      return List.of();
    }
    return named.stream().map(Criterion.Moment::valueOf).toList();
  }

  private static List<StatedReason> reasons(JsonReader in, Set<String> codes) {
    List<StatedReason> reasons = new ArrayList<>();
    for (JsonReader entry : in.objects("reasons")) {
      entry.noOthers("code", "label", "outcome");
      reasons.add(
          new StatedReason(
              code(entry, codes),
              entry.requiredText("label"),
              entry.requiredChoice("outcome", StatedReason.Outcome.class)));
    }
    return reasons;
  }

  private static String code(JsonReader in, Set<String> codes) {
    String code = in.requiredText("code");
    if (in.has("code") && !code.matches(CODE)) {
      in.fault("code", "starts with a capital letter, has capital letters, digits, underscores");
    } else if (!codes.add(code)) {
      in.fault("code", "names a criterion or reason a second time");
    }
    return code;
  }

  private static Legal legal(JsonReader in, String consentVersion) {
    in.noOthers("regime", "ethicsApproval", "consentVersions");
    List<String> versions = Members.requiredTexts(in, "consentVersions");
    if (in.has("consentVersions")
        && (!versions.contains(consentVersion)
            || versions.stream().distinct().count() != versions.size())) {
      in.fault("consentVersions", "names each version once, that of the section consent too");
    }
    return new Legal(in.requiredText("regime"), in.requiredText("ethicsApproval"), versions);
  }

  private static Conduct.Admission admission(JsonReader in) {
    in.noOthers("teamAssessment", "judgementAtLock");
    return new Conduct.Admission(
        in.bool("teamAssessment", false), in.bool("judgementAtLock", false));
  }

  private static List<CalendarEvent> calendar(JsonReader in) {
    List<CalendarEvent> calendar = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonReader entry : in.objects("calendar")) {
      entry.noOthers("name", "label", "from", "to");
      String name = entry.requiredText("name");
      if (entry.has("name") && (!name.matches(CODE) || !names.add(name))) {
        entry.fault("name", "has capital letters, digits and underscores, and stands once");
      }
      LocalDate from = entry.requiredDate("from");
      Optional<LocalDate> to = entry.date("to");
      if (to.filter(day -> day.isBefore(from)).isPresent()) {
        entry.fault("to", "must not lie before from");
      }
      calendar.add(new CalendarEvent(name, entry.text("label").orElse(name), from, to));
    }
    return calendar;
  }

  // a fault in the window itself is noted by PlanReader
  private static Period followUp(JsonReader in) {
    String window = in.node().path("analysis").path("window").asText();
    return window.matches(PlanReader.PERIOD) ? Period.parse(window) : Period.ZERO;
  }
}

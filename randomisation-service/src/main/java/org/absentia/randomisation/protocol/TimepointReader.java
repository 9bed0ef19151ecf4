package org.absentia.randomisation.protocol;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.absentia.platform.json.JsonReader;
import org.absentia.randomisation.instrument.Instrument;
import org.absentia.randomisation.protocol.Timepoint.Anchor;

/** Reads the section {@code timepoints}; a document without {@code BASELINE} asks all there. */
final class TimepointReader {
  private static final String NAME = "[A-Z][A-Z0-9_]{0,30}";
  private static final String AFTER = "P(0|[1-9][0-9]{0,3})[DWMY]";
  private static final int MOST_DAYS = 366;

  private TimepointReader() {}

  static List<Timepoint> read(JsonReader in, List<Instrument> instruments) {
    List<String> all = instruments.stream().map(Instrument::name).toList();
    List<Timepoint> timepoints = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonReader entry : in.objects("timepoints")) {
      Timepoint timepoint = timepoint(entry, all);
      if (!names.add(timepoint.name())) {
        entry.fault("name", "names a timepoint a second time");
      }
      timepoints.add(timepoint);
    }
    if (!names.contains(Timepoint.BASELINE)) {
      timepoints.addFirst(
          new Timepoint(Timepoint.BASELINE, Anchor.INCLUSION, Period.ZERO, 0, 0, all));
    }
    return timepoints;
  }

  private static Timepoint timepoint(JsonReader in, List<String> all) {
    in.noOthers("name", "after", "anchor", "opensDaysBefore", "closesDaysAfter", "instruments");
    String name = in.requiredText("name");
    if (in.has("name") && !name.matches(NAME)) {
      in.fault("name", "has 1 to 31 capitals, digits or underscores and starts with a letter");
    }
    Anchor anchor = in.requiredChoice("anchor", Anchor.class);
    if (name.equals(Timepoint.BASELINE) && anchor != Anchor.INCLUSION) {
      in.fault("anchor", "must be INCLUSION at baseline");
    }
    return new Timepoint(
        name,
        anchor,
        after(in),
        days(in, "opensDaysBefore"),
        days(in, "closesDaysAfter"),
        instruments(in, all));
  }

  private static Period after(JsonReader in) {
    String after = in.requiredText("after");
    if (after.matches(AFTER)) {
      return Period.parse(after);
    }
    if (in.has("after")) {
      in.fault("after", "must be an ISO 8601 period with one unit, such as P3M or P0D");
    }
    return Period.ZERO;
  }

  private static int days(JsonReader in, String name) {
    int days = in.integer(name).orElse(0);
    if (days < 0 || days > MOST_DAYS) {
      in.fault(name, "must lie between 0 and " + MOST_DAYS);
    }
    return days;
  }

  private static List<String> instruments(JsonReader in, List<String> all) {
    List<String> named = Members.requiredTexts(in, "instruments");
    if (in.has("instruments") && named.isEmpty()) {
      in.fault("instruments", "names at least one instrument");
    }
    if (!all.containsAll(named)) {
      in.fault("instruments", "names only instruments of this protocol");
    }
    if (named.stream().distinct().count() != named.size()) {
      in.fault("instruments", "names each instrument once");
    }
    return named;
  }
}

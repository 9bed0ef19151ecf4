package org.absentia.ingest.screening;

import java.time.LocalDate;
import java.util.List;
import org.absentia.ingest.record.Faults;
import org.absentia.ingest.record.Fields;
import org.absentia.ingest.record.Interval;
import org.jspecify.annotations.Nullable;

/** The {@code recruitment} section of a protocol: where and when candidates are looked for. */
public record Recruitment(Interval during, List<Interval> halts, List<String> offices) {
  public Recruitment {
    halts = List.copyOf(halts);
    offices = List.copyOf(offices);
  }

  /**
   * Reads the section; check the faults before using it. Without offices every office takes part.
   */
  public static Recruitment read(@Nullable Object section, Faults faults) {
    Fields fields = Fields.of(section, faults);
    List<Interval> halts = fields.objects("halts").stream().map(Recruitment::interval).toList();
    return new Recruitment(interval(fields), halts, fields.texts("offices"));
  }

  public boolean takesPart(String office) {
    return offices.isEmpty() || offices.contains(office);
  }

  /** Tells whether candidates are looked for on a day. */
  public boolean goesOn(LocalDate day) {
    return during.covers(day) && halts.stream().noneMatch(halt -> halt.covers(day));
  }

  private static Interval interval(Fields fields) {
    return fields.interval("from", "to").orElse(Interval.UNREAD);
  }
}

package org.absentia.outcome.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.absentia.outcome.record.PerMyriad;
import org.absentia.outcome.timeline.Period;
import org.absentia.platform.json.JsonReader;

/** Reads the periods of a record: their days, that they do not overlap, and their percentages. */
final class PeriodsJson {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** Stands for the days of a period that were faulty, so that reading can go on. */
  private static final Period PLACEHOLDER = new Period(0, 0);

  private record Place(JsonReader in, Period days) {}

  private PeriodsJson() {}

  /** The periods of a record, which must not overlap. */
  static <E> List<E> read(JsonReader record, BiFunction<JsonReader, Period, E> entry) {
    List<Place> places = new ArrayList<>();
    List<E> entries = read(record, entry, places);
    noteOverlaps(places);
    return entries;
  }

  /** The periods of a record, which may overlap. */
  static <E> List<E> readOverlapping(JsonReader record, BiFunction<JsonReader, Period, E> entry) {
    return read(record, entry, new ArrayList<>());
  }

  private static <E> List<E> read(
      JsonReader record, BiFunction<JsonReader, Period, E> entry, List<Place> places) {
    List<E> entries = new ArrayList<>();
    for (JsonReader in : record.objects("periods")) {
      Optional<Period> days = days(in);
      days.ifPresent(known -> places.add(new Place(in, known)));
      entries.add(entry.apply(in, days.orElse(PLACEHOLDER)));
    }
    return entries;
  }

  private static Optional<Period> days(JsonReader in) {
    Optional<LocalDate> from = requiredDate(in, "from");
    Optional<LocalDate> to = date(in, "to");
    if (from.isEmpty() || (to.isEmpty() && in.has("to"))) {
      return Optional.empty();
    }
    if (to.isPresent() && to.get().isBefore(from.get())) {
      in.fault("to", "must not lie before from");
      return Optional.empty();
    }
    return Optional.of(
        to.map(last -> Period.of(from.get(), last)).orElseGet(() -> Period.since(from.get())));
  }

  static Optional<LocalDate> requiredDate(JsonReader in, String name) {
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    return date(in, name);
  }

  private static Optional<LocalDate> date(JsonReader in, String name) {
    Optional<LocalDate> date = in.date(name);
    if (date.isPresent() && (date.get().isBefore(FIRST) || date.get().isAfter(LAST))) {
      in.fault(name, "must lie between 0001-01-01 and 9999-12-31");
      return Optional.empty();
    }
    return date;
  }

  /** Notes a fault of each period that shares a day with one listed before it. */
  private static void noteOverlaps(List<Place> places) {
    NavigableMap<Integer, Integer> taken = new TreeMap<>();
    for (Place place : places) {
      if (!take(place.days(), taken)) {
        place.in().fault("overlaps another period of this record");
      }
    }
  }

  /**
   * Adds days to the taken ones and tells whether all were free.
   *
   * @param taken the last day of each stretch of taken days by its first; no two share a day
   */
  private static boolean take(Period days, NavigableMap<Integer, Integer> taken) {
    int from = days.from();
    int to = days.to();
    boolean free = true;
    for (var last = taken.floorEntry(to);
        last != null && last.getValue() >= from;
        last = taken.floorEntry(to)) {
      free = false;
      from = Math.min(from, last.getKey());
      to = Math.max(to, last.getValue());
      taken.remove(last.getKey());
    }
    taken.put(from, to);
    return free;
  }

  /** A percentage in units of 10^-4; the least one after a fault. */
  static int percentage(JsonReader in, String name, int least, int most) {
    if (!in.has(name)) {
      in.fault(name, "is missing");
    }
    return optionalPercentage(in, name, least, most).orElse(least * 100);
  }

  /** A percentage in units of 10^-4, if there is one without a fault. */
  static OptionalInt optionalPercentage(JsonReader in, String name, int least, int most) {
    Optional<BigDecimal> percentage = in.decimal(name);
    if (percentage.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!PerMyriad.isPercentage(percentage.get(), least, most)) {
      in.fault(
          name,
          "must be a percentage from %d to %d with at most two decimals".formatted(least, most));
      return OptionalInt.empty();
    }
    return OptionalInt.of(PerMyriad.ofPercentage(percentage.get()));
  }
}

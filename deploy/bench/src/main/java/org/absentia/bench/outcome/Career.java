package org.absentia.bench.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.absentia.outcome.record.Employment;
import org.absentia.outcome.record.Employment.Kind;
import org.absentia.outcome.timeline.Period;

/** Draws a person's employments: part time, two at once, changes of job and position, none. */
final class Career {
  private final Chance chance;
  private final Volume volume;
  private final List<String> employers = new ArrayList<>();

  private Career(Chance chance, Volume volume) {
    this.chance = chance;
    this.volume = volume;
  }

  /** Writes the employments and answers the employers, the main one first; empty without one. */
  static List<String> write(Chance chance, Volume volume, int index) {
    Career career = new Career(chance, volume);
    if (!chance.in(3)) {
      career.mainJobs(index);
      career.sideJobs(index);
    }
    return career.employers;
  }

  private void mainJobs(int index) {
    int start = index - chance.between(800, 4_000);
    if (chance.in(18)) {
      int change = index + chance.between(-600, 300);
      job(start, change - 1 - chance.oneOf(0, 0, 0, 30, 90), Kind.ORDINARY, mainPosition());
      job(change, Period.OPEN, Kind.ORDINARY, mainPosition());
    } else if (chance.in(6)) {
      job(start, index + chance.between(20, 300), Kind.MARITIME, mainPosition());
    } else {
      job(start, Period.OPEN, Kind.ORDINARY, mainPosition());
    }
  }

  private void sideJobs(int index) {
    if (chance.in(18)) {
      int start = index - chance.between(30, 1_500);
      int end = chance.in(50) ? Period.OPEN : start + chance.between(60, 1_800);
      job(start, end, Kind.ORDINARY, chance.oneOf(1_000, 2_000, 2_500, 3_333, 4_000, 5_050));
    }
    if (chance.in(4)) {
      job(index - chance.between(0, 500), Period.OPEN, Kind.FREELANCE, 10_000);
    }
  }

  private int mainPosition() {
    return chance.in(62) ? 10_000 : chance.oneOf(8_000, 7_500, 6_000, 5_000, 3_775, 9_050);
  }

  private void job(int from, int to, Kind kind, int position) {
    String employer = Integer.toString(chance.between(910_000_000, 999_999_999));
    employers.add(employer);
    volume.write(
        from,
        version ->
            new Employment(
                version,
                Optional.of(employer),
                Optional.of(kind),
                Optional.of("5223"),
                positions(from, to, position)));
    if (chance.in(4)) {
      int later = Math.max(from, Math.min(to, from + chance.between(100, 2_000)));
      List<Employment.Entry> entries = List.of(entry(later, to, chance.oneOf(5_000, 8_000)));
      volume.write(
          later,
          version ->
              new Employment(
                  version, Optional.of(employer), Optional.of(kind), Optional.empty(), entries));
    }
  }

  /** One position, or a change of it on the way. */
  private List<Employment.Entry> positions(int from, int to, int position) {
    int change = from + chance.between(300, 2_500);
    if (!chance.in(15) || change > to) {
      return List.of(entry(from, to, position));
    }
    return List.of(entry(from, change - 1, position), entry(change, to, mainPosition()));
  }

  private static Employment.Entry entry(int from, int to, int position) {
    return new Employment.Entry(new Period(from, to), position);
  }
}

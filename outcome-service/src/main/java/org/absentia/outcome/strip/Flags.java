package org.absentia.outcome.strip;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.absentia.outcome.chart.Mark;
import org.absentia.outcome.timeline.Period;

/** The days of note: a line down the lanes, and above them a label that stands beside no other. */
final class Flags {
  private static final double LINE = 16;
  private static final double GAP = 10;

  /** From a line to its label. */
  private static final double BESIDE = 4;

  /**
   * A label in its place.
   *
   * @param x of the line
   * @param before whether the label stands left of the line
   */
  private record Flag(Mark mark, double x, boolean before, int level) {
    double left() {
      return before ? x - BESIDE - Svg.widthOf(label(mark)) : x + BESIDE;
    }

    double right() {
      return left() + Svg.widthOf(label(mark));
    }

    /** Tells whether one label touches the other, or the line that comes down from above it. */
    boolean disturbs(Flag other) {
      if (level == other.level) {
        return left() < other.right() + GAP && other.left() < right() + GAP;
      }
      Flag upper = level < other.level ? this : other;
      Flag lower = level < other.level ? other : this;
      return lower.left() - 2 < upper.x && upper.x < lower.right() + 2;
    }
  }

  private final List<Flag> flags = new ArrayList<>();

  Flags(List<Mark> marks, Scale scale) {
    for (Mark mark : marks) {
      if (mark.kind() != Mark.Kind.FOLLOW_UP_MONTH) {
        flags.add(placed(mark, scale));
      }
    }
  }

  private static String label(Mark mark) {
    return mark.date() + " " + mark.label();
  }

  /** Right of its line or, where that is too near the edge, left of it. */
  private Flag placed(Mark mark, Scale scale) {
    double x = x(mark, scale);
    double width = Svg.widthOf(label(mark));
    boolean before = x + BESIDE + width > scale.total();
    return IntStream.range(0, 2 * flags.size() + 1)
        .mapToObj(level -> new Flag(mark, x, before, level))
        .filter(flag -> flags.stream().noneMatch(flag::disturbs))
        .findFirst()
        .orElseGet(() -> new Flag(mark, x, before, 2 * flags.size() + 1));
  }

  /** What ends a period stands at the end of its day, what begins one at the beginning. */
  private static double x(Mark mark, Scale scale) {
    int day = Period.day(mark.date());
    return switch (mark.kind()) {
      case INDEX_DATE, FOLLOW_UP_MONTH, RETURN_TO_WORK -> scale.x(day);
      case WINDOW_END, CENSORED -> scale.x(day + 1);
    };
  }

  /** The height that the labels take. */
  double height() {
    return flags.stream().mapToInt(flag -> flag.level() + 1).max().orElse(0) * LINE;
  }

  /** Where lines stand, from left to right. */
  List<Double> lines() {
    return flags.stream().map(Flag::x).sorted().toList();
  }

  /**
   * Draws the lines from their labels down to {@code bottom}; of several in one place the first.
   */
  void drawLines(Svg svg, double top, double bottom) {
    Set<Double> taken = new HashSet<>();
    for (Flag flag : flags) {
      if (taken.add(flag.x())) {
        svg.line(flag.x(), top + flag.level() * LINE + 3, flag.x(), bottom, style(flag.mark()));
      }
    }
  }

  /** Writes the labels below {@code top}. */
  void label(Svg svg, double top) {
    flags.forEach(
        flag ->
            svg.text(
                flag.before() ? flag.x() - BESIDE : flag.x() + BESIDE,
                top + flag.level() * LINE + 12,
                label(flag.mark()),
                flag.before() ? "flag end" : "flag"));
  }

  private static String style(Mark mark) {
    return switch (mark.kind()) {
      case INDEX_DATE -> "mark index";
      case FOLLOW_UP_MONTH -> "mark border";
      case WINDOW_END, CENSORED -> "mark window";
      case RETURN_TO_WORK -> "mark back";
    };
  }
}

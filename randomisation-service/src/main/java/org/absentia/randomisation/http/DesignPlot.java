package org.absentia.randomisation.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Imbalance against predictability: each design a numbered point, the best ones low on the left.
 */
final class DesignPlot {
  private static final double RADIUS = 11;
  private static final int LEFT = 44;

  /** Keeps a point on the axis clear of its numbers. */
  private static final int INSET = 16;

  private static final int RIGHT = 18;
  private static final int TOP = 34;
  private static final int BOTTOM = 46;
  private static final int TICKS = 5;
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** A numbered design. */
  record Point(int number, String name, double correct, double imbalance) {}

  private record Place(double x, double y) {}

  /** An axis from a round number to a round number. */
  private record Axis(double from, double to, double step) {
    static Axis over(double least, double most) {
      double raw = Math.max(most - least, 1e-3) / TICKS;
      double scale = Math.pow(10, Math.floor(Math.log10(raw)));
      double step = scale * 10;
      for (double factor : STEPS) {
        if (factor * scale >= raw) {
          step = factor * scale;
          break;
        }
      }
      return new Axis(Math.floor(least / step) * step, Math.ceil(most / step + 1e-9) * step, step);
    }

    double share(double value) {
      return (value - from) / (to - from);
    }

    int ticks() {
      return (int) Math.round((to - from) / step);
    }

    double tick(int number) {
      return from + number * step;
    }
  }

  private final List<Point> points;
  private final int width;
  private final int height;
  private final Axis across;
  private final Axis up;
  private final Svg svg = new Svg();

  private DesignPlot(List<Point> points, double chance, int width, int height) {
    this.points = points;
    this.width = width;
    this.height = height;
    double most = points.stream().mapToDouble(Point::correct).max().orElse(chance);
    this.across = Axis.over(chance * 100, Math.max(most, chance + 0.05) * 100);
    this.up = Axis.over(0, points.stream().mapToDouble(Point::imbalance).max().orElse(1));
  }

  /**
   * Draws the points.
   *
   * @param chance share of correct guesses that blind guessing gives, where the axis begins
   */
  static String of(List<Point> points, double chance, int width, int height) {
    return new DesignPlot(points, chance, width, height).drawn();
  }

  private String drawn() {
    axes();
    List<Place> taken = new ArrayList<>();
    for (Point point : points) {
      Place at = new Place(x(point.correct() * 100), y(point.imbalance()));
      Place label = free(at, taken);
      taken.add(label);
      if (!label.equals(at)) {
        svg.line(at.x(), at.y(), label.x(), label.y(), "leader");
        svg.circle(at.x(), at.y(), 3, "dot");
      }
      svg.circle(label.x(), label.y(), RADIUS, "point");
      svg.text(label.x(), label.y() + 4.5, Integer.toString(point.number()), "middle number");
    }
    return svg.drawing(width, height, "Imbalance against predictability", description());
  }

  private void axes() {
    for (int tick = 0; tick <= across.ticks(); tick++) {
      double x = x(across.tick(tick));
      svg.line(x, TOP, x, height - BOTTOM, "grid");
      svg.text(x, height - BOTTOM + 17.0, shown(across.tick(tick)) + "%", "middle soft");
    }
    for (int tick = 0; tick <= up.ticks(); tick++) {
      double y = y(up.tick(tick));
      svg.line(LEFT - INSET + 4.0, y, width - RIGHT, y, "grid");
      svg.text(LEFT - INSET - 1.0, y + 4, shown(up.tick(tick)), "end soft");
    }
    svg.text(width - RIGHT, height - 7.0, "Correct guesses \u2192 more predictable", "end");
    svg.text(4, TOP - 18.0, "Largest imbalance \u2191", "start");
  }

  // the point itself, or the nearest place around it where its number covers no other
  private Place free(Place at, List<Place> taken) {
    for (double distance = 0; distance <= 4 * RADIUS; distance += RADIUS) {
      for (int turn = 0; turn < (distance == 0 ? 1 : 8); turn++) {
        double angle = Math.PI / 4 * turn;
        Place place =
            new Place(at.x() + distance * Math.cos(angle), at.y() - distance * Math.sin(angle));
        if (inside(place) && taken.stream().allMatch(other -> apart(place, other))) {
          return place;
        }
      }
    }
    return at;
  }

  private boolean inside(Place place) {
    return place.x() >= LEFT
        && place.x() <= width - RADIUS - 1
        && place.y() >= RADIUS + 1
        && place.y() <= height - BOTTOM;
  }

  private static boolean apart(Place a, Place b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y()) >= 2 * RADIUS + 2;
  }

  private double x(double value) {
    return LEFT + across.share(value) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    return height - BOTTOM - up.share(value) * (height - TOP - BOTTOM);
  }

  private String description() {
    StringBuilder words = new StringBuilder();
    for (Point point : points) {
      words.append(
          String.format(
              Locale.ROOT,
              "%d, %s: %.1f%% of guesses correct, largest imbalance %.1f on average. ",
              point.number(),
              point.name(),
              point.correct() * 100,
              point.imbalance()));
    }
    return words.toString().strip();
  }

  private static String shown(double value) {
    return Math.abs(value - Math.rint(value)) < 1e-9
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
